namespace OrchardCore.Customers.Accounts;

/// <summary>
/// A link that was mailed to a customer. There is one for each customer and purpose: a new code takes the place of the
/// older one, which is dead from then on. Of the code itself only a hash is kept.
/// </summary>
public sealed class AccountCode
{
    /// <summary>Given by the session.</summary>
    public long Id { get; set; }

    /// <summary>SHA-256 of the code, in hexadecimal digits.</summary>
    public string Hash { get; set; } = "";

    public AccountCodePurpose Purpose { get; set; }

    /// <summary>The content item id of the customer.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>The address it was mailed to. It is good for that one alone.</summary>
    public string Email { get; set; } = "";

    /// <summary>The user it is about; <see langword="null"/> when there was none.</summary>
    public string? UserId { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime ExpiresUtc { get; set; }

    /// <summary>The name of the user who had it sent; <see langword="null"/> when the customer asked for it.</summary>
    public string? CreatedBy { get; set; }

    public AccountCodeState State { get; set; }

    /// <summary>Whether it can still be redeemed.</summary>
    public bool IsLive(DateTime utcNow) => State == AccountCodeState.Open && utcNow < ExpiresUtc;
}

/// <summary>What a code is good for.</summary>
public enum AccountCodePurpose
{
    /// <summary>The first password, by an invitation.</summary>
    Invitation,

    /// <summary>A password, because somebody asked for it.</summary>
    Reset,

    /// <summary>Another e-mail address.</summary>
    Email,

    /// <summary>An Orchard user becomes the customer's account.</summary>
    Attach,
}

/// <summary>What became of a code.</summary>
public enum AccountCodeState
{
    Open,
    Used,
    Revoked,
}

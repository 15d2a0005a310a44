namespace OrchardCore.Customers.Accounts;

/// <param name="Email">The address the customer has.</param>
/// <param name="IsSent">Whether a link went to the new one.</param>
public sealed record EmailModel(string? Email, ChangeEmailInput Input, bool IsSent);

public sealed class ChangeEmailInput
{
    public string? Email { get; set; }

    public string? CurrentPassword { get; set; }
}

/// <param name="Email">The new address.</param>
public sealed record ConfirmEmailModel(string Code, string Email);

public sealed class CloseAccountInput
{
    public string? CurrentPassword { get; set; }

    /// <summary>Closing can't be undone, so it is said twice.</summary>
    public bool IsSure { get; set; }
}

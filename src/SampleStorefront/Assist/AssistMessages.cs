namespace SampleStorefront.Assist;

/// <summary>What may be done in a session.</summary>
public enum AssistMode
{
    LookOnly,
    Cart,
    Full,
}

/// <summary>What somebody is about to change.</summary>
public enum AssistKind
{
    Cart,
    Order,
    Address,
    Profile,
    Password,
    Email,
    Consent,
    Payment,
}

/// <summary>The answer to a code.</summary>
public sealed record AssistGrant(string Token, AssistSession Session);

/// <summary>Who acts for whom, where, until when and why.</summary>
public sealed record AssistSession(string Id, string Site, AssistMode Mode, string Reason, AssistAgent Agent, AssistCustomer Customer, DateTime StartedUtc, DateTime ExpiresUtc)
{
    /// <summary>
    /// What the shop offers. The admin decides when something is done, and says so then; whoever builds a page only leaves out
    /// what would be refused anyway.
    /// </summary>
    public bool Offers(AssistKind kind) => kind switch
    {
        AssistKind.Cart => Mode != AssistMode.LookOnly,
        AssistKind.Address or AssistKind.Profile => Mode == AssistMode.Full,
        AssistKind.Order => Mode == AssistMode.Full && !Customer.IsOnHold,
        _ => false,
    };
}

public sealed record AssistAgent(string Id, string Name);

/// <param name="IsOnHold">Then nobody orders.</param>
public sealed record AssistCustomer(string Id, string Name, bool IsOnHold, IReadOnlyList<AssistAddress> Addresses, string? Number = null, string? Language = null, string? Currency = null);

/// <param name="Lines">As they are printed on an envelope.</param>
public sealed record AssistAddress(string Id, bool IsBilling, bool IsShipping, bool IsDefault, IReadOnlyList<string> Lines, string? Country = null);

/// <summary>What is told before it is done.</summary>
/// <param name="Summary">What it is, in one line of at most 255 characters.</param>
/// <param name="Reference">What the shop finds it by.</param>
public sealed record AssistAction(AssistKind Kind, string Summary, string? Reference)
{
    private const int MaxSummary = 255;

    /// <summary>The same, with as much of the text as there is room for.</summary>
    public AssistAction Short() => Summary.Length <= MaxSummary ? this : this with { Summary = Summary[..(MaxSummary - 2)].TrimEnd() + "…" };
}

/// <summary>What came of asking the admin.</summary>
public enum AssistOutcome
{
    /// <summary>Yes, and what was told is recorded.</summary>
    Allowed,

    /// <summary>No; the text says why.</summary>
    Refused,

    /// <summary>Too many were asked, or refused before; wait.</summary>
    TooMany,

    /// <summary>The session is over, or the secret is wrong.</summary>
    Unknown,

    /// <summary>Nobody answered, or nothing one can believe. Then nothing is done.</summary>
    Unavailable,
}

/// <summary>An answer of the admin.</summary>
/// <param name="Text">Why not, in words for the user.</param>
public sealed record AssistAnswer<T>(AssistOutcome Outcome, T? Value = default, string? Text = null)
    where T : class;

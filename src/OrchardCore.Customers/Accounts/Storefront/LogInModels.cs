namespace OrchardCore.Customers.Accounts;

/// <summary>What customers log in with.</summary>
public sealed class LogInInput
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool RememberMe { get; set; }
}

/// <param name="MayBeRemembered">Whether the site lets browsers stay logged in.</param>
public sealed record LogInModel(LogInInput Input, bool MayBeRemembered, string? ReturnUrl);

/// <summary>How a log-in went.</summary>
public enum LogInOutcome
{
    LoggedIn,

    /// <summary>The address or the password is wrong, or the user may not log in; which of these, a stranger is not told.</summary>
    Refused,

    /// <summary>The password is right, and the customer is no longer active.</summary>
    Closed,

    /// <summary>The password is right, and a second factor is asked for.</summary>
    TwoFactor,

    /// <summary>Another part of the site has to be asked first.</summary>
    Elsewhere,
}

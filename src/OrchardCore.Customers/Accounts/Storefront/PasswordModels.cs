namespace OrchardCore.Customers.Accounts;

/// <summary>A new password, for whoever followed the link with the code.</summary>
/// <param name="RouteName">Where it is sent to.</param>
/// <param name="IsFirst">Whether it is the first one of an account.</param>
public sealed record NewPasswordModel(string RouteName, string Code, string Email, bool IsFirst);

public sealed class NewPasswordInput
{
    public string? Code { get; set; }

    public string? Password { get; set; }

    /// <summary>The same once more; a typing mistake would lock its owner out.</summary>
    public string? Repeat { get; set; }
}

public sealed class ForgotPasswordInput
{
    public string? Email { get; set; }
}

public sealed class ChangePasswordInput
{
    public string? CurrentPassword { get; set; }

    public string? Password { get; set; }

    public string? Repeat { get; set; }
}

/// <summary>A user of the site becomes the account of the customer with the same address.</summary>
/// <param name="NeedsPassword">Whether the user has to prove it: nobody is logged in, or somebody else.</param>
public sealed record AttachModel(string Code, string Email, bool NeedsPassword);

public sealed class AttachInput
{
    public string? Code { get; set; }

    public string? CurrentPassword { get; set; }
}

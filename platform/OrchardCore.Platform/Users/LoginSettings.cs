namespace OrchardCore.Users.Models;

/// <summary>The site's settings for logging in.</summary>
public class LoginSettings
{
    public bool DisableLocalLogin { get; set; }

    public bool AllowRememberMe { get; set; } = true;
}

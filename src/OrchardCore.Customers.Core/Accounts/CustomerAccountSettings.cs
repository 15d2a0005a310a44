using OrchardCore.Customers.Accounts.Mails;

namespace OrchardCore.Customers.Accounts;

/// <summary>The site's rules for accounts, edited under <c>/Admin/Settings/customers-accounts</c>, and its mails.</summary>
public sealed class CustomerAccountSettings
{
    public const int MaxInvitationDays = 30;

    public const int MinResetMinutes = 5;

    /// <summary>A day.</summary>
    public const int MaxResetMinutes = 24 * 60;

    public const int MaxMailsPerMinute = 1000;

    /// <summary>How long the link in an invitation works.</summary>
    public int InvitationDays { get; set; } = 3;

    /// <summary>How long the link works that somebody asked for who wants to set a password.</summary>
    public int ResetMinutes { get; set; } = 15;

    /// <summary>How many of the mails that are sent to many customers at once go out in a minute. Others never wait for them.</summary>
    public int MailsPerMinute { get; set; } = 60;

    /// <summary>The address that links in mails begin with, e.g. <c>https://shop.example.com</c>; empty for that of the site.</summary>
    public string Address { get; set; } = "";

    /// <summary>The texts that are not the module's own.</summary>
    public CustomerMailTemplate[] Templates { get; set; } = [];
}

namespace OrchardCore.Customers.Accounts;

/// <summary>Names of the admin routes of accounts.</summary>
public static class AccountsRoutes
{
    /// <summary>The invitations that were not used yet; <c>pagenum</c> turns the pages.</summary>
    public const string Invitations = "CustomersInvitations";

    /// <summary>Mails a customer a link for a password: a POST.</summary>
    public const string Invite = "CustomersAccountInvite";

    /// <summary>Takes back the links of a customer: a POST.</summary>
    public const string Revoke = "CustomersAccountRevoke";

    /// <summary>Logs a customer out everywhere: a POST.</summary>
    public const string EndSessions = "CustomersAccountEndSessions";

    /// <summary>Takes the account off a customer.</summary>
    public const string Detach = "CustomersAccountDetach";

    /// <summary>The mails to customers, with their texts.</summary>
    public const string Mails = "CustomersMails";

    /// <summary>The text of one <c>kind</c> of mail in a <c>language</c>.</summary>
    public const string Mail = "CustomersMail";

    /// <summary>Puts the module's own text in place of the site's: a POST.</summary>
    public const string MailReset = "CustomersMailReset";

    /// <summary>Mails the text to who edits it: a POST.</summary>
    public const string MailTest = "CustomersMailTest";
}

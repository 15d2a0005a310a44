using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// What customers and those who look after them do with the customers' accounts. An account is an Orchard user; nobody but
/// the customer sets its password. It flushes what it saves and answers with a <see cref="Result"/>: the keys of its errors
/// are those of <see cref="AccountFields"/>, <c>CustomerPart.Email</c>, or empty. When it refuses what the database had a
/// part in, the session is cancelled.
/// </summary>
public interface ICustomerAccountManager
{
    /// <summary>The customer whose account the user is; <see langword="null"/> when the user is none of a customer.</summary>
    Task<ContentItem?> FindCustomerAsync(string userId);

    /// <summary>
    /// Queues a mail with a link for the first password. Older links of this kind die. When the address belongs to a user of
    /// the site already, the link is for attaching that user instead.
    /// </summary>
    Task<Result> InviteAsync(ContentItem customer);

    /// <summary>Takes back the links that were mailed to a customer and not used yet.</summary>
    Task<Result> RevokeAsync(ContentItem customer);

    /// <summary>
    /// Somebody who gives this address wants to set a password. It does the same for every address, and tells nothing: who
    /// the customer is, and what is mailed, is found out after the request.
    /// </summary>
    Task RequestPasswordAsync(string email);

    /// <summary>What a link stands for; <see langword="null"/> when it is altered, used, replaced, revoked or too old.</summary>
    Task<AccountCode?> FindCodeAsync(string code, AccountCodePurpose purpose);

    /// <summary>
    /// Redeems an invitation or a reset: the customer has this password then, a confirmed e-mail address, and no other
    /// sessions. When there is no account yet, it is made. Whoever is first wins.
    /// </summary>
    Task<Result> SetPasswordAsync(string code, string password);

    /// <summary>
    /// Redeems the link that attaches a user of the site to a customer with the same e-mail address. Besides the link it
    /// takes the user's own password, or that the user is logged in.
    /// </summary>
    /// <param name="userId">The user who is logged in; <see langword="null"/> when nobody is.</param>
    /// <param name="password">The password of the user whose address it is; not needed when that user is logged in.</param>
    Task<Result> AttachAsync(string code, string? userId, string? password);

    /// <summary>Changes the password and ends all sessions, also the one it is changed in.</summary>
    Task<Result> ChangePasswordAsync(ContentItem customer, string current, string password);

    /// <summary>
    /// Mails a link to the new address, and a notice to the old one. An address that somebody else has gets no link, which
    /// the answer does not tell.
    /// </summary>
    Task<Result> RequestEmailAsync(ContentItem customer, string password, string email);

    /// <summary>Redeems the link to a new address: the customer has it from now on.</summary>
    Task<Result> ConfirmEmailAsync(string code);

    /// <summary>Logs the customer out everywhere.</summary>
    Task<Result> EndSessionsAsync(ContentItem customer);

    /// <summary>Closes the account as its owner wants. The customer stays on record without one.</summary>
    Task<Result> CloseAsync(ContentItem customer, string password);

    /// <summary>Takes the account off a customer without asking its owner; as <see cref="CloseAsync"/> otherwise.</summary>
    Task<Result> DetachAsync(ContentItem customer);
}

/// <summary>The keys of errors that concern none of the customer's own fields.</summary>
public static class AccountFields
{
    /// <summary>The new password.</summary>
    public const string Password = "Password";

    /// <summary>The password the customer has.</summary>
    public const string CurrentPassword = "CurrentPassword";

    /// <summary>The link is of no use (any more).</summary>
    public const string Code = "Code";

    /// <summary>The new e-mail address.</summary>
    public const string Email = "Email";
}

/// <summary>Where links in mails lead, below the address of the site. Each takes a <c>code</c>.</summary>
public static class AccountPaths
{
    /// <summary>Asks for the first password.</summary>
    public const string SetPassword = "account/set-password";

    /// <summary>Asks for a new password.</summary>
    public const string ResetPassword = "account/reset-password";

    /// <summary>Confirms a new e-mail address.</summary>
    public const string ConfirmEmail = "account/confirm-email";

    /// <summary>Attaches a user of the site to a customer.</summary>
    public const string Attach = "account/attach";

    /// <summary>Where customers log in; takes no code.</summary>
    public const string LogIn = "account/login";
}

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>What the mails to customers are about.</summary>
public enum CustomerMailKind
{
    /// <summary>A link for the first password, because the shop invites the customer.</summary>
    Invitation,

    /// <summary>A link for a password, because somebody asked for it.</summary>
    Reset,

    /// <summary>A link by which a user of the site becomes the customer's account.</summary>
    Attach,

    /// <summary>A link that confirms a new address.</summary>
    Email,

    /// <summary>Tells the old address that another one was asked for, or has taken its place.</summary>
    EmailNotice,

    /// <summary>Tells that the password was set.</summary>
    PasswordNotice,

    /// <summary>Tells that the account was closed.</summary>
    ClosedNotice,

    /// <summary>Somebody asked for a password that can't be set here, since it is that of a user of the site.</summary>
    StaffNotice,

    /// <summary>Tells afterwards that a user of the site acted for the customer at a storefront.</summary>
    AssistedNotice,
}

/// <summary>A mail's text as the site wants it, in one language or for all that have none of their own.</summary>
public sealed class CustomerMailTemplate
{
    public const int MaxSubject = 200;

    public const int MaxText = 10_000;

    public CustomerMailKind Kind { get; set; }

    /// <summary>A language tag (BCP 47); empty for all languages without a text of their own.</summary>
    public string Language { get; set; } = "";

    public string Subject { get; set; } = "";

    /// <summary>Plain text with placeholders; an empty line begins a paragraph.</summary>
    public string Text { get; set; } = "";
}

/// <summary>A mail that is ready to be sent.</summary>
public sealed record CustomerMail(string Subject, string Text, string Html);

/// <summary>What stands for the placeholders of a mail.</summary>
public sealed class CustomerMailValues
{
    /// <summary>The customer's name, <c>{name}</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address the mail is about, <c>{email}</c>.</summary>
    public string Email { get; init; } = "";

    /// <summary>Where the mail leads, <c>{link}</c>; <see langword="null"/> when nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>Until when the link works, <c>{expires}</c>; <see langword="null"/> when there is none.</summary>
    public DateTime? ExpiresUtc { get; init; }

    /// <summary>What stands for the other placeholders of its kind, by their names; an empty set for most kinds. A text may have several lines.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

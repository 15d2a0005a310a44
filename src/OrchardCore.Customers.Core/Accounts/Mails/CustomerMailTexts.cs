using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>The module's own texts of mails, and what a text has to be like.</summary>
public sealed class CustomerMailTexts(IStringLocalizer<CustomerMailTexts> S)
{
    public const string Name = "name";

    public const string Site = "site";

    public const string Link = "link";

    public const string Expires = "expires";

    public const string Email = "email";

    public const string Agent = "agent";

    public const string Store = "store";

    public const string From = "from";

    public const string Until = "until";

    public const string Reason = "reason";

    public const string Changes = "changes";

    /// <summary>The placeholders that a mail of this kind may have.</summary>
    public static IReadOnlyList<string> Placeholders(CustomerMailKind kind) => kind == CustomerMailKind.AssistedNotice
        ? [Name, Site, Email, Agent, Store, From, Until, Reason, Changes]
        : HasLink(kind) ? [Name, Site, Email, Link, Expires] : [Name, Site, Email];

    /// <summary>Whether the mail is of no use without its link.</summary>
    public static bool HasLink(CustomerMailKind kind) => kind is CustomerMailKind.Invitation or CustomerMailKind.Reset or CustomerMailKind.Attach or CustomerMailKind.Email;

    /// <summary>What a mail is called among others.</summary>
    public LocalizedString Label(CustomerMailKind kind) => kind switch
    {
        CustomerMailKind.Invitation => S["Invitation"],
        CustomerMailKind.Reset => S["Link for a password"],
        CustomerMailKind.Attach => S["Link to attach a user"],
        CustomerMailKind.Email => S["New address: please confirm"],
        CustomerMailKind.EmailNotice => S["New address: told to the old one"],
        CustomerMailKind.PasswordNotice => S["The password was set"],
        CustomerMailKind.ClosedNotice => S["The account was closed"],
        CustomerMailKind.AssistedNotice => S["Somebody acted for the customer"],
        _ => S["A password that can't be set here"],
    };

    /// <summary>The module's own text, in the language of the culture where there is a translation.</summary>
    public CustomerMailTemplate Standard(CustomerMailKind kind, CultureInfo culture)
    {
        var current = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = culture;
            var (subject, paragraphs) = Words(kind);

            return new() { Kind = kind, Subject = subject, Text = string.Join("\n\n", [S["Hello {name},"].Value, .. paragraphs]) };
        }
        finally
        {
            CultureInfo.CurrentUICulture = current;
        }
    }

    /// <summary>What is wrong with a text; the keys are the names of the template's properties.</summary>
    public Result Check(CustomerMailTemplate template)
    {
        var errors = new List<ResultError>();
        var allowed = Placeholders(template.Kind);
        var list = string.Join(' ', allowed.Select(name => $"{{{name}}}"));

        CheckText(nameof(template.Subject), template.Subject, CustomerMailTemplate.MaxSubject);
        CheckText(nameof(template.Text), template.Text, CustomerMailTemplate.MaxText);

        if (HasLink(template.Kind) && !CustomerMailPlaceholders.In(template.Text).Contains(Link, StringComparer.Ordinal))
        {
            Fail(nameof(template.Text), S["The text needs {link}: without it the mail is of no use."]);
        }

        if (CustomerMailPlaceholders.In(template.Subject).Contains(Link, StringComparer.Ordinal))
        {
            Fail(nameof(template.Subject), S["The link belongs into the text: a subject is shown to everybody who sees the screen."]);
        }

        return errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]);

        void CheckText(string key, string text, int length)
        {
            if (VisibleText.Clean(text) is null)
            {
                Fail(key, S["Write something."]);
            }
            else if (text.Length > length)
            {
                Fail(key, S["This can have at most {0:N0} characters; it has {1:N0}.", length, text.Length]);
            }
            else if (!VisibleText.IsShowable(text.ReplaceLineEndings(" ")))
            {
                Fail(key, S["This contains characters that can't be shown."]);
            }

            foreach (var unknown in CustomerMailPlaceholders.In(text).Except(allowed, StringComparer.Ordinal))
            {
                Fail(key, S["There is no placeholder {{{0}}}. This mail has: {1}", unknown, list]);
            }
        }

        void Fail(string key, LocalizedString message) => errors.Add(new ResultError { Key = key, Message = message });
    }

    private (string Subject, string[] Paragraphs) Words(CustomerMailKind kind) => kind switch
    {
        CustomerMailKind.Invitation => (S["Your account at {site}"],
            [S["{site} has made an account for you. Choose a password, and it is yours:"], "{link}", S["The link works once, until {expires}. If you don't want an account, you need not do anything."]]),
        CustomerMailKind.Reset => (S["Your password at {site}"],
            [S["somebody, probably you, asked for a link to set the password of your account at {site}:"], "{link}", S["The link works once, until {expires}. If it was not you, you need not do anything: your password stays as it is."]]),
        CustomerMailKind.Attach => (S["Your account at {site}"],
            [S["{site} wants to give you an account as a customer. You are a user of the site with this address already. Follow the link and log in as that user, and it is your account as a customer, too:"], "{link}", S["The link works once, until {expires}. If you don't want this, you need not do anything."]]),
        CustomerMailKind.Email => (S["Please confirm your new address at {site}"],
            [S["somebody, probably you, wants to use the address {email} at {site}. Please confirm that it is yours:"], "{link}", S["The link works once, until {expires}. If it was not you, you need not do anything."]]),
        CustomerMailKind.EmailNotice => (S["Your address at {site}"],
            [S["the address of your account at {site} is to be, or has become, {email}."], S["If you don't know of this, get in touch with {site} at once."]]),
        CustomerMailKind.PasswordNotice => (S["Your password at {site} was set"],
            [S["the password of your account at {site} was set a moment ago. You are logged out wherever you were logged in."], S["If it was not you, ask for a new password at once and get in touch with {site}."]]),
        CustomerMailKind.ClosedNotice => (S["Your account at {site} is closed"],
            [S["your account at {site} is closed, and nobody can log in with it any more."], S["If you don't know of this, get in touch with {site}."]]),
        CustomerMailKind.AssistedNotice => (S["Somebody acted for you at {store}"],
            [S["{agent} of {site} has acted for you at {store}, from {from} until {until}."], S["The reason: {reason}"], S["What was changed:"] + "\n{changes}", S["If you don't know of this, get in touch with {site}."]]),
        _ => (S["Your password at {site}"],
            [S["somebody, probably you, asked for a link to set your password at {site}. Your account has other rights on the site, so its password can't be set by such a link. Ask those who run the site."], S["If it was not you, you need not do anything: your password stays as it is."]]),
    };
}

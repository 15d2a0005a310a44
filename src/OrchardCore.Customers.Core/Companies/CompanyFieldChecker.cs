using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Rules;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>Says of any text of a company, a unit or a role whether it fits and can be shown.</summary>
internal sealed class CompanyFieldChecker(IStringLocalizer<CompanyFieldChecker> S)
{
    public const int MaxEmail = 254;

    public const int MaxPhone = 50;

    public void CheckName(CompanyErrors errors, string field, string? name, int maxLength)
    {
        if (name is null)
        {
            errors.Add(field, S["Enter a name."]);
        }

        CheckText(errors, field, S["Name"], name, maxLength);
    }

    /// <returns>Whether there is a text that is right.</returns>
    public bool CheckText(CompanyErrors errors, string field, string label, string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var count = errors.All.Count;

        if (text.Length > maxLength)
        {
            errors.Add(field, S["{0} can have at most {1} characters; this has {2}.", label, maxLength, text.Length]);
        }

        if (!VisibleText.IsShowable(text))
        {
            errors.Add(field, S["{0} contains characters that can't be shown. Type it anew.", label]);
        }

        return errors.All.Count == count;
    }

    public void CheckUrl(CompanyErrors errors, string field, string label, string? url, int maxLength)
    {
        if (CheckText(errors, field, label, url, maxLength) && !IsUrl(url!))
        {
            errors.Add(field, S["This is no address of a website. It looks like https://example.com."]);
        }
    }

    public void CheckEmail(CompanyErrors errors, string field, string? email)
    {
        if (CheckText(errors, field, S["E-mail"], email, MaxEmail) && !CustomerContactRule.IsEmail(email!))
        {
            errors.Add(field, S["This is no e-mail address. It looks like name@example.com."]);
        }
    }

    public void CheckPhone(CompanyErrors errors, string field, string? phone)
    {
        if (CheckText(errors, field, S["Phone"], phone, MaxPhone) && PhoneNumber.Parse(phone) is null)
        {
            errors.Add(field, S["This is no phone number. Use 3 to 15 digits, with +, spaces, brackets and dashes as you like."]);
        }
    }

    /// <summary>People leave out the scheme.</summary>
    public static string? CleanUrl(string? url)
        => VisibleText.Clean(url) is not { } text ? null : text.Contains(':', StringComparison.Ordinal) || !text.Contains('.', StringComparison.Ordinal) ? text : "https://" + text;

    private static bool IsUrl(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;
}

/// <summary>What is wrong with a record.</summary>
/// <param name="part">The name of the part whose properties the fields are; <see langword="null"/> when they stand alone.</param>
internal sealed class CompanyErrors(string? part)
{
    private readonly List<ResultError> _all = [];

    public IReadOnlyList<ResultError> All => _all;

    public Result ToResult() => _all.Count == 0 ? Result.Success() : Result.Failed([.. _all]);

    /// <param name="field">A property of the part.</param>
    public void Add(string field, LocalizedString message) => AddFull(part is null ? field : $"{part}.{field}", message);

    /// <param name="field">The full name of a field.</param>
    public void AddFull(string field, LocalizedString message) => _all.Add(new ResultError { Key = field, Message = message });
}

using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Sites;

/// <summary>What a site has to be like.</summary>
internal sealed class StoreSiteChecker(IStringLocalizer<StoreSiteChecker> S)
{
    private const int MaxCodes = 50;

    /// <summary>Trims texts, and writes codes and addresses as their lists do. Doing it twice changes nothing.</summary>
    public static void Normalize(StoreSite site)
    {
        site.Code = VisibleText.Clean(site.Code) ?? "";
        site.Name = VisibleText.Clean(site.Name) ?? "";
        site.StorefrontUrl = StorefrontAddress.TryRead(site.StorefrontUrl, out var address) ? address : site.StorefrontUrl.Trim();
        site.Currencies = Clean(site.Currencies, code => Currencies.Find(code)?.Code);
        site.Languages = Clean(site.Languages, Languages.Parse);

        var assisted = site.AssistedBuying;
        assisted.EntryPath = assisted.EntryPath.Trim() is { Length: > 0 } path ? path : "/";
        assisted.Modes = [.. assisted.Modes.Distinct().Order()];
        assisted.AllowedOrigins = Clean(assisted.AllowedOrigins, origin => StorefrontAddress.TryReadOrigin(origin, out var read) ? read : null);
    }

    /// <param name="other">Who has the code already.</param>
    public Result Check(StoreSite site, StoreSite? other)
    {
        var errors = new List<ResultError>();

        CheckName(site, other, Fail);
        CheckShop(site, Fail);
        CheckAssistedBuying(site.AssistedBuying, (field, message) => Fail($"{nameof(StoreSite.AssistedBuying)}.{field}", message));

        return errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]);

        void Fail(string key, LocalizedString message) => errors.Add(new ResultError { Key = key, Message = message });
    }

    private void CheckName(StoreSite site, StoreSite? other, Action<string, LocalizedString> fail)
    {
        if (!CodeText.IsCode(site.Code))
        {
            fail(nameof(site.Code), site.Code.Length == 0
                ? S["Enter a code."]
                : S["A code has at most {0} characters: letters (A to Z), digits, - and _.", CodeText.MaxLength]);
        }
        else if (other is not null)
        {
            fail(nameof(site.Code), S["The site “{0}” has this code already.", other.Name]);
        }

        if (site.Name.Length == 0)
        {
            fail(nameof(site.Name), S["Enter a name."]);
        }
        else if (site.Name.Length > StoreSite.MaxName)
        {
            fail(nameof(site.Name), S["A name has at most {0} characters; this one has {1}.", StoreSite.MaxName, site.Name.Length]);
        }
        else if (!VisibleText.IsShowable(site.Name))
        {
            fail(nameof(site.Name), S["The name contains characters that can't be shown. Type it anew."]);
        }
    }

    private void CheckShop(StoreSite site, Action<string, LocalizedString> fail)
    {
        if (site.StorefrontUrl.Length == 0)
        {
            fail(nameof(site.StorefrontUrl), S["Enter the address of the storefront."]);
        }
        else if (!StorefrontAddress.TryRead(site.StorefrontUrl, out _))
        {
            fail(nameof(site.StorefrontUrl), S["This is no address of a storefront. It looks like https://shop.example.com, without a user name, ? and #; http is for this computer only, as in http://localhost:5000."]);
        }

        CheckCodes(nameof(site.Currencies), site.Currencies, S["Enter at least one currency."], code => Currencies.Find(code) is null ? S["“{0}” is no currency. Use codes like EUR (ISO 4217).", code] : null);
        CheckCodes(nameof(site.Languages), site.Languages, S["Enter at least one language."], tag => Languages.Parse(tag) is null ? S["“{0}” is no language. Use tags like de or de-AT (BCP 47).", tag] : null);

        void CheckCodes(string field, string[] codes, LocalizedString none, Func<string, LocalizedString?> refuse)
        {
            if (codes.Length == 0)
            {
                fail(field, none);
            }
            else if (codes.Length > MaxCodes)
            {
                fail(field, S["These are too many: {0} is the most.", MaxCodes]);
            }
            else if (codes.Select(refuse).FirstOrDefault(error => error is not null) is { } error)
            {
                fail(field, error);
            }
        }
    }

    private void CheckAssistedBuying(SiteAssistedBuying assisted, Action<string, LocalizedString> fail)
    {
        if (assisted.EntryPath.Length > SiteAssistedBuying.MaxEntryPath || !StorefrontAddress.IsPath(assisted.EntryPath))
        {
            fail(nameof(assisted.EntryPath), S["A path begins with / and has no spaces and no #, like /assist. It has at most {0} characters.", SiteAssistedBuying.MaxEntryPath]);
        }

        if (assisted.SessionMinutes is < SiteAssistedBuying.MinSessionMinutes or > SiteAssistedBuying.MaxSessionMinutes)
        {
            fail(nameof(assisted.SessionMinutes), S["A number of minutes from {0} to {1}.", SiteAssistedBuying.MinSessionMinutes, SiteAssistedBuying.MaxSessionMinutes]);
        }

        if (assisted.Modes.Any(mode => !Enum.IsDefined(mode)))
        {
            fail(nameof(assisted.Modes), S["Choose from what is offered."]);
        }
        else if (assisted.IsEnabled && assisted.Modes.Length == 0)
        {
            fail(nameof(assisted.Modes), S["Choose at least one, or switch assisted buying off."]);
        }

        if (assisted.AllowedOrigins.Length > SiteAssistedBuying.MaxOrigins)
        {
            fail(nameof(assisted.AllowedOrigins), S["These are too many: {0} is the most.", SiteAssistedBuying.MaxOrigins]);
        }
        else if (assisted.AllowedOrigins.FirstOrDefault(origin => !StorefrontAddress.TryReadOrigin(origin, out _)) is { } unknown)
        {
            fail(nameof(assisted.AllowedOrigins), S["“{0}” is no origin. It looks like https://checkout.example.com, without a path; http is for this computer only.", unknown]);
        }
    }

    /// <summary>What can't be read stays as it was typed.</summary>
    private static string[] Clean(string[] texts, Func<string, string?> read)
        => [.. texts.Select(VisibleText.Clean).OfType<string>().Select(text => read(text) ?? text).Distinct(StringComparer.Ordinal)];
}

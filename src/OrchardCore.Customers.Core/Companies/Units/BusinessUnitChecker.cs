using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>The rules for business units.</summary>
internal sealed class BusinessUnitChecker(
    CompanyFieldChecker fields,
    BusinessUnitPlaces places,
    StoredContents contents,
    CountryDirectory countries,
    IStringLocalizer<BusinessUnitChecker> S)
{
    /// <summary>Trims a unit's texts and says what is wrong with them; the keys are full names of fields.</summary>
    public async Task<IReadOnlyList<ResultError>> CheckAsync(ContentItem unit)
    {
        unit.Alter<BusinessUnitPart>(Normalize);
        var part = unit.GetOrCreate<BusinessUnitPart>();
        var errors = new CompanyErrors(nameof(BusinessUnitPart));

        fields.CheckName(errors, nameof(part.Name), part.Name, BusinessUnitPart.MaxName);
        fields.CheckPhone(errors, nameof(part.Phone), part.Phone);
        fields.CheckEmail(errors, nameof(part.Email), part.Email);
        fields.CheckUrl(errors, nameof(part.Url), S["Website"], part.Url, BusinessUnitPart.MaxUrl);
        CheckBank(part, errors);
        await CheckPlaceAsync(unit, part, errors);

        return errors.All;
    }

    public static void Normalize(BusinessUnitPart part)
    {
        part.CompanyId = VisibleText.Clean(part.CompanyId);
        part.ParentUnitId = VisibleText.Clean(part.ParentUnitId);
        part.Name = VisibleText.Clean(part.Name);
        part.Iban = Iban.Clean(part.Iban);
        part.Bic = Iban.Clean(part.Bic);
        part.Phone = VisibleText.Clean(part.Phone);
        part.Email = VisibleText.Clean(part.Email);
        part.Url = CompanyFieldChecker.CleanUrl(part.Url);
        part.AddressIds = [.. part.AddressIds.Where(id => !string.IsNullOrWhiteSpace(id)).Distinct(StringComparer.Ordinal)];
    }

    private void CheckBank(BusinessUnitPart part, CompanyErrors errors)
    {
        if (part.Iban is { } iban && WhyNoIban(iban) is { } reason)
        {
            errors.Add(nameof(part.Iban), reason);
        }

        if (part.Bic is { } bic && !Bic.IsBic(bic, countries))
        {
            errors.Add(nameof(part.Bic), S["This is no BIC. It has 8 or 11 letters and digits, the fifth and sixth being a country, like COBADEFF."]);
        }
    }

    private LocalizedString? WhyNoIban(string iban)
    {
        if (!Iban.HasForm(iban))
        {
            return S["This is no IBAN. It begins with a country and two digits, like DE89 3704 0044 0532 0130 00."];
        }

        var country = iban[..2];

        return Iban.LengthIn(country) is not { } length ? S["Accounts in “{0}” have no IBAN. Compare the first two letters with the original.", country]
            : iban.Length != length ? S["An IBAN of {0} has {1} characters; this has {2}.", countries.NameOf(country), length, iban.Length]
            : !Iban.HasCheckDigits(iban) ? S["The check digits of this IBAN don't fit: a character is wrong, or two have changed places. Compare it with the original."]
            : null;
    }

    private async Task CheckPlaceAsync(ContentItem unit, BusinessUnitPart part, CompanyErrors errors)
    {
        var stored = (await contents.ReadAsync<BusinessUnitIndex>(unit.ContentItemId))[nameof(BusinessUnitPart)];
        var companyId = stored?[nameof(part.CompanyId)]?.ToString() ?? part.CompanyId ?? "";
        var company = await contents.ReadAsync<CompanyIndex>(companyId);

        if (company[nameof(CompanyPart)] is not { } record)
        {
            errors.Add(nameof(part.CompanyId), S["There is no such company any more."]);

            return;
        }

        if (part.CompanyId != companyId)
        {
            errors.Add(nameof(part.CompanyId), S["A unit stays with its company."]);
        }

        if ((stored is null || stored[nameof(part.ParentUnitId)]?.ToString() != part.ParentUnitId)
            && await places.WhyNotAsync(unit.ContentItemId, companyId, record[nameof(CompanyPart.HeadquartersId)]?.ToString(), part.ParentUnitId) is { } reason)
        {
            errors.Add(nameof(part.ParentUnitId), reason);
        }

        // An address may be deleted while a unit uses it: that is no reason to refuse the unit.
        var known = Ids(company[nameof(AddressBookPart)]?[nameof(AddressBookPart.Addresses)], nameof(CustomerAddress.Id)).Concat(Ids(stored?[nameof(part.AddressIds)], null)).ToHashSet(StringComparer.Ordinal);

        if (part.AddressIds.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            errors.Add(nameof(part.AddressIds), S["The company has no address with the id {0}.", unknown]);
        }
    }

    private static IEnumerable<string> Ids(System.Text.Json.Nodes.JsonNode? list, string? property)
        => (list as System.Text.Json.Nodes.JsonArray ?? []).Select(entry => (property is null ? entry : entry?[property])?.ToString()).OfType<string>();
}

using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>The rules for companies.</summary>
internal sealed class CompanyChecker(
    CompanyFieldChecker fields,
    CompanyPlaces places,
    CompanyAddresses addresses,
    IEnumerable<ICompanyRule> rules,
    IStringLocalizer<CompanyChecker> S)
{
    /// <summary>Trims a company's texts and says what is wrong with them; the keys are full names of fields.</summary>
    public async Task<IReadOnlyList<ResultError>> CheckAsync(ContentItem company)
    {
        company.Alter<CompanyPart>(Normalize);
        var part = company.GetOrCreate<CompanyPart>();
        var errors = new CompanyErrors(nameof(CompanyPart));

        fields.CheckName(errors, nameof(part.Name), part.Name, CompanyPart.MaxName);
        fields.CheckText(errors, nameof(part.LegalName), S["Legal name"], part.LegalName, CompanyPart.MaxName);
        fields.CheckText(errors, nameof(part.TaxNumber), S["Tax number"], part.TaxNumber, CompanyPart.MaxNumber);
        fields.CheckText(errors, nameof(part.RegistrationNumber), S["Registration number"], part.RegistrationNumber, CompanyPart.MaxNumber);
        fields.CheckUrl(errors, nameof(part.Website), S["Website"], part.Website, CompanyPart.MaxWebsite);

        if (part.ParentCompanyId is not null && await WhyNotUnderAsync(company.ContentItemId, part.ParentCompanyId) is { } reason)
        {
            errors.Add(nameof(part.ParentCompanyId), reason);
        }

        // First those that ask what changed of the addresses: our own then marks what it has passed.
        foreach (var rule in rules)
        {
            await rule.CheckAsync(company, errors.AddFull);
        }

        await addresses.CheckAsync(company, errors);

        return errors.All;
    }

    public static void Normalize(CompanyPart part)
    {
        part.Name = VisibleText.Clean(part.Name);
        part.LegalName = VisibleText.Clean(part.LegalName);
        part.TaxNumber = VisibleText.Clean(part.TaxNumber);
        part.RegistrationNumber = VisibleText.Clean(part.RegistrationNumber);
        part.Website = CompanyFieldChecker.CleanUrl(part.Website);
        part.ParentCompanyId = VisibleText.Clean(part.ParentCompanyId);
        part.HeadquartersId = VisibleText.Clean(part.HeadquartersId);
    }

    /// <summary>Why a company can't belong to another one; <see langword="null"/> when it can.</summary>
    public async Task<LocalizedString?> WhyNotUnderAsync(string id, string parentId)
    {
        var above = await places.FindAboveAsync(parentId);

        return above.Count == 0 ? S["There is no such company any more. Choose another one."]
            : above.Any(company => company.ContentItemId == id) ? S["A company can't belong to itself, nor to one that belongs to it."]
            : above.Count >= CompanyPlaces.MaxDepth ? S["Companies can belong to each other over at most {0} levels.", CompanyPlaces.MaxDepth]
            : null;
    }
}

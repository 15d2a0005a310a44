using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Companies and units to choose from, found by their names.</summary>
public sealed class CompanyChoices(CompanyFinder finder, ICompanyManager companies, IBusinessUnitManager units, IStringLocalizer<CompanyChoices> S)
{
    /// <summary>How many are offered at once.</summary>
    public const int Offered = 50;

    /// <summary>Companies that the list of companies finds as well, by name.</summary>
    public async Task<IReadOnlyList<ListOption>> FindCompaniesAsync(string? search) => [.. (await finder.FindAsync(search, Offered)).Select(Option)];

    /// <summary>The company as one of the choices; <see langword="null"/> when there is none.</summary>
    public async Task<ListOption?> FindCompanyAsync(string? id) => !string.IsNullOrEmpty(id) && await companies.FindAsync(id) is { } company ? Option(company) : null;

    /// <summary>Units of the company in whose name the term occurs, as they stand in the tree; all of them begin with the headquarters.</summary>
    /// <param name="chosen">One that is among them whatever the term is; <see langword="null"/> for none.</param>
    public async Task<IReadOnlyList<ListOption>> FindUnitsAsync(string companyId, string? search, string? chosen = null)
    {
        var folded = SearchText.Fold(search);
        var tree = await units.FindTreeAsync(companyId);
        var nodes = tree.Nodes.Where(node => node.FoldedName.Contains(folded, StringComparison.Ordinal)).Take(Offered).ToList();

        if (tree.Find(chosen) is { } kept && nodes.TrueForAll(node => node.Id != kept.Id))
        {
            nodes.Insert(0, kept);
        }

        var names = (await units.FindAsync([.. nodes.Select(node => node.Id)])).ToDictionary(unit => unit.ContentItemId, unit => unit.GetOrCreate<BusinessUnitPart>().Name ?? "", StringComparer.Ordinal);

        // Spaces that stay: a select has no other way to show what stands below what.
        return [.. nodes.Where(node => names.ContainsKey(node.Id)).Select(node => new ListOption(node.Id, new string('\u2003', folded.Length > 0 ? 0 : node.Depth - 1) + names[node.Id]))];
    }

    private ListOption Option(ContentItem company)
    {
        var part = company.GetOrCreate<CompanyPart>();

        return new(company.ContentItemId, part.Status switch
        {
            CompanyStatus.Pending => S["{0} (pending)", part.Name ?? ""],
            CompanyStatus.Denied => S["{0} (denied)", part.Name ?? ""],
            _ => part.IsActive ? part.Name ?? "" : S["{0} (not active)", part.Name ?? ""],
        });
    }
}

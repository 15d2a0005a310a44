using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies;

/// <summary>Says what stands on the pages of a business unit.</summary>
public sealed class BusinessUnitPages(IBusinessUnitManager manager, IEnumerable<ICompanyDependent> dependents, IAuthorizationService authorizationService, IStringLocalizer<BusinessUnitPages> S)
{
    /// <summary>How many places one chooses among; more are searched for.</summary>
    private const int MaxOffered = 500;

    /// <summary>The unit of that company, if there is one that the user may manage.</summary>
    public async Task<ContentItem?> FindAsync(string companyId, string unitId, ClaimsPrincipal user)
        => await manager.FindAsync(unitId) is { } unit && unit.GetOrCreate<BusinessUnitPart>().CompanyId == companyId && await authorizationService.AuthorizeAsync(user, CompaniesPermissions.ManageCompanies, unit) ? unit : null;

    public static string BackUrl(string companyId, string? returnUrl, IUrlHelper url)
        => url.RouteUrl(CompaniesRoutes.Display, new { id = companyId, tab = BusinessUnitsTab.TabName, returnUrl = url.IsLocalUrl(returnUrl) ? returnUrl : null })!;

    /// <summary>Where a unit may hang: not where it hangs, nor below itself.</summary>
    public async Task<BusinessUnitMoveModel> MoveAsync(ContentItem unit, string? search, string? returnUrl, IUrlHelper url)
    {
        var part = unit.GetOrCreate<BusinessUnitPart>();
        var tree = await manager.FindTreeAsync(part.CompanyId!);
        var words = SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var places = tree.Nodes
            .Where(node => node.Id != part.ParentUnitId && !tree.IsWithin(node.Id, unit.ContentItemId) && words.All(word => node.FoldedName.Contains(word, StringComparison.Ordinal)))
            .Take(MaxOffered + 1)
            .ToList();
        var names = (await manager.FindAsync([.. places.Select(node => node.Id)])).ToDictionary(item => item.ContentItemId, item => item.NameOf(), StringComparer.Ordinal);

        return new BusinessUnitMoveModel
        {
            Name = unit.NameOf(),
            BackUrl = BackUrl(part.CompanyId!, returnUrl, url),
            Search = search,
            IsCut = places.Count > MaxOffered,
            Parents = new ChoiceModel(
                new FieldModel("parent", S["Move it under"], null) { IsRequired = true },
                [new ListOption("", S["Choose a unit"]), .. places.Take(MaxOffered).Select(node => new ListOption(node.Id, Indent(node) + names.GetValueOrDefault(node.Id, node.Id)))]),
            ReturnUrl = returnUrl,
        };
    }

    /// <summary>What is asked before a unit is deleted, with how many people and units move.</summary>
    public async Task<Confirmation> AskToDeleteAsync(ContentItem unit)
    {
        var part = unit.GetOrCreate<BusinessUnitPart>();
        var below = (await manager.FindTreeAsync(part.CompanyId!)).Find(unit.ContentItemId)?.Children ?? 0;
        var above = part.ParentUnitId is null ? null : (await manager.FindAsync(part.ParentUnitId))?.NameOf();
        var people = 0;

        foreach (var dependent in dependents)
        {
            people += await dependent.CountInUnitAsync(unit.ContentItemId);
        }

        return new(S["Delete the unit {0}? Units right below it that move one level up: {1}. People who move to {2}: {3}. This cannot be undone.", unit.NameOf(), below, above ?? "–", people], S["Delete"]);
    }

    /// <summary>Spaces that a browser keeps.</summary>
    private static string Indent(BusinessUnitNode node) => new('\u00A0', (node.Depth - 1) * 3);
}

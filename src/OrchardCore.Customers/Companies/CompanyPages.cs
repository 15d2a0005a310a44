using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>Opens the tabs of a company's page that the user may see.</summary>
public sealed class CompanyPages(
    ICompanyManager manager,
    IEnumerable<ICompanyTab> tabs,
    CompanyOverview overview,
    CompanyBadges badges,
    IAuthorizationService authorizationService,
    IStringLocalizer<CompanyPages> S)
{
    /// <summary>Further on no tab has anything, and the number of its rows can still be counted.</summary>
    private const int MaxPage = 1_000_000;

    /// <summary>The company, if there is one that the user may do this with.</summary>
    public async Task<ContentItem?> FindAsync(string id, Permission permission, ClaimsPrincipal user)
    {
        var company = await manager.FindAsync(id);

        return company is not null && await authorizationService.AuthorizeAsync(user, permission, company) ? company : null;
    }

    /// <summary>The page with one of its tabs open; <see langword="null"/> when there is no such tab for this user.</summary>
    public async Task<CompanyPageViewModel?> BuildAsync(ContentItem company, CustomerTabRequest request, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var allowed = await AllowedAsync(company, user);
        var current = allowed.FirstOrDefault(tab => tab.Name == request.Tab);

        if (current is null && !string.IsNullOrEmpty(request.Tab))
        {
            return null;
        }

        var returnUrl = url.IsLocalUrl(request.ReturnUrl) ? request.ReturnUrl : null;
        var mayManage = await authorizationService.AuthorizeAsync(user, CompaniesPermissions.ManageCompanies, company);
        string Address(string? tab) => url.RouteUrl(CompaniesRoutes.Display, new { id = company.ContentItemId, tab, returnUrl })!;

        return new CompanyPageViewModel
        {
            Name = company.NameOf(),
            Badges = badges.Of(company.GetOrCreate<CompanyPart>()),
            Tabs =
            [
                new(S["Overview"], null, Address(null), current is null),
                .. allowed.Select(tab => new TabLink(tab.Text, tab.Count(company), Address(tab.Name), tab == current)),
            ],
            ViewName = current?.ViewName ?? "_CompanyOverview",
            Model = current is null
                ? await overview.BuildAsync(company, returnUrl, mayManage, url)
                : await current.BuildAsync(new CompanyTabContext(company, user, Math.Clamp(request.PageNum, 1, MaxPage), request.Search) { ReturnUrl = returnUrl }),
            Actions = mayManage ? Actions(company, returnUrl, url) : [],
            ListUrl = listUrl,
        };
    }

    private IReadOnlyList<ActionLink> Actions(ContentItem company, string? returnUrl, IUrlHelper url)
    {
        var route = new { id = company.ContentItemId, returnUrl };

        return
        [
            new(S["Edit Company"], S["Change the company's details"], "pen", url.RouteUrl(CompaniesRoutes.Edit, route)!) { IsPrimary = true },
            new(S["Delete"], S["Delete the company for good"], "trash", url.RouteUrl(CompaniesRoutes.Delete, route)!)
            {
                IsDangerous = true,
                Confirmation = new(S["Delete the company {0} with its business units and roles? This cannot be undone.", company.NameOf()], S["Delete"]),
            },
        ];
    }

    private async Task<List<ICompanyTab>> AllowedAsync(ContentItem company, ClaimsPrincipal user)
    {
        var allowed = new List<ICompanyTab>();

        foreach (var tab in tabs.OrderBy(tab => tab.Order))
        {
            if (await authorizationService.AuthorizeAsync(user, tab.Permission, company))
            {
                allowed.Add(tab);
            }
        }

        return allowed;
    }
}

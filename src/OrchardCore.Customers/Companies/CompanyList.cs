using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies;

/// <summary>The list of companies: opened as the address says, read, and made into what the partial draws.</summary>
public sealed class CompanyList(CompanyFinder finder, CompanyListSearch search, CompanyBadges badges, IAuthorizationService authorizationService, ILocalClock localClock, IStringLocalizer<CompanyList> S)
{
    public async Task<ListModel> ShowAsync(IQueryCollection address, IUrlHelper url, ClaimsPrincipal user)
    {
        var state = CompanyListState.From(address);
        var query = state.ToQuery();
        var page = await finder.FindAsync(query);
        var mayManage = await authorizationService.AuthorizeAsync(user, CompaniesPermissions.ManageCompanies);
        var listUrl = url.RouteUrl(CompaniesRoutes.List, state.ToRouteValues())!;
        var rows = new List<ListRow>();

        foreach (var company in page.Companies)
        {
            rows.Add(await RowAsync(company, listUrl, mayManage, url));
        }

        return new ListModel
        {
            Id = "companies",
            Caption = S["Companies"],
            Actions = mayManage ? [new(S["New Company"], S["Add a company"], "plus", url.RouteUrl(CompaniesRoutes.Create, new { returnUrl = listUrl })!) { IsPrimary = true, Key = "n" }] : [],
            Search = search.Build(state, url),
            Headings =
            [
                new("company", S["Company"], url.RouteUrl(CompaniesRoutes.List, state.SortedBy(null)), query.ByCreated ? null : !query.Descending),
                new("legal", S["Legal name"], null, null),
                new("tax", S["Tax number"], null, null),
                new("status", S["Status"], null, null),
                new("created", S["Created"], url.RouteUrl(CompaniesRoutes.List, state.SortedBy(CompanyListState.CreatedSort)), query.ByCreated ? !query.Descending : null),
            ],
            Rows = rows,
            Pager = Pager(page, query, state, url),
            Empty = search.Empty(state, url),
        };
    }

    /// <summary>What is asked before a company is deleted.</summary>
    public Confirmation AskToDelete(ContentItem company) => new(S["Delete the company {0} with its business units and roles? This cannot be undone.", company.DisplayText ?? company.ContentItemId], S["Delete"]);

    private async Task<ListRow> RowAsync(ContentItem company, string listUrl, bool mayManage, IUrlHelper url)
    {
        var part = company.GetOrCreate<CompanyPart>();
        var route = new { id = company.ContentItemId, returnUrl = listUrl };
        var view = url.RouteUrl(CompaniesRoutes.Display, route)!;

        return new ListRow(
            company.ContentItemId,
            part.Name ?? company.ContentItemId,
            null,
            view,
            [
                new ListCell.Text(part.LegalName),
                new ListCell.Text(part.TaxNumber),
                new ListCell.Badges(badges.Of(part)),
                company.CreatedUtc is { } created ? new ListCell.Time(await localClock.ToSiteZoneAsync(created)) : new ListCell.Text(null),
            ],
            [
                new(S["View"], S["Open the company's page"], "eye", view),
                .. mayManage
                    ? new ActionLink[]
                    {
                        new(S["Edit"], S["Change the company's details"], "pen", url.RouteUrl(CompaniesRoutes.Edit, route)!),
                        new(S["Delete"], S["Delete the company for good"], "trash", url.RouteUrl(CompaniesRoutes.Delete, route)!) { IsDangerous = true, Confirmation = AskToDelete(company) },
                    }
                    : [],
            ]);
    }

    private ListPager Pager(CompanyPage page, CompanyQuery query, CompanyListState state, IUrlHelper url)
    {
        string Address(int number) => url.RouteUrl(CompaniesRoutes.List, state.AtPage(number))!;
        var first = (query.Page - 1) * query.PageSize + 1;
        var last = first + page.Companies.Count - 1;
        var pages = Math.Max(1, ((page.Total ?? CompanyQuery.MaxNumberedRows) + query.PageSize - 1) / query.PageSize);

        return new ListPager
        {
            Summary = page.Companies.Count == 0 ? S["No company on this page"] : page.Total is { } total ? S["{0:N0}–{1:N0} of {2:N0}", first, last, total] : S["{0:N0}–{1:N0} of {2:N0}+", first, last, CompanyQuery.MaxNumberedRows],
            FirstUrl = query.Page > 1 ? Address(1) : null,
            PreviousUrl = query.Page > 1 ? Address(Math.Min(query.Page - 1, pages)) : null,
            NextUrl = page.HasNext && query.Page < pages ? Address(query.Page + 1) : null,
            LastUrl = page.HasNext && page.Total is not null ? Address(pages) : null,
            Pages = [.. Enumerable.Range(1, pages).Where(number => Math.Abs(number - query.Page) <= 2).Select(number => new ListPageLink(number, Address(number), number == query.Page))],
            Sizes = [.. CompanyListState.PageSizes.Select(size => new ListPageLink(size, url.RouteUrl(CompaniesRoutes.List, state.WithPageSize(size))!, size == query.PageSize))],
        };
    }
}

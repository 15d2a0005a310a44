using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Lists;

/// <summary>Turns a page of customers into what the list partial draws.</summary>
public sealed class CustomerListBuilder(
    CustomerListSearch search,
    CustomerListPager pager,
    CustomerListTools tools,
    CustomerTable table,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerListBuilder> S)
{
    private const string ListId = "customers";

    public async Task<ListModel> BuildAsync(CustomerPage page, CustomerQuery query, OpenedList list, IUrlHelper url, ClaimsPrincipal user)
    {
        var state = list.State;
        var listUrl = url.ListUrl(state.ToRouteValues());

        return new ListModel
        {
            Id = ListId,
            Caption = S["Customers"],
            Actions = await ActionsAsync(listUrl, url, user),
            Search = await search.BuildAsync(state, url),
            Views = tools.Views(list, url),
            Tools = await tools.LinksAsync(list, url, user),
            Menu = await tools.MenuAsync(list, url, user),
            Bulk = await tools.BulkAsync(page, list, url, user),
            Headings = table.Headings(list.Columns, state, url),
            Rows = await table.RowsAsync(list.Columns, page.Customers, listUrl, url, user),
            Pager = pager.Build(page, query, state, url),
            Empty = await search.EmptyAsync(state, url),
        };
    }

    private async Task<IReadOnlyList<ActionLink>> ActionsAsync(string listUrl, IUrlHelper url, ClaimsPrincipal user)
        => await authorizationService.AuthorizeAsync(user, CustomersPermissions.EditCustomers)
            ? [new(S["New Customer"], S["Add a customer"], "plus", url.RouteUrl(CustomersRoutes.Create, new { returnUrl = listUrl })!) { IsPrimary = true, Key = "n" }]
            : [];
}

/// <summary>Addresses of the list.</summary>
internal static class CustomerListUrls
{
    public static string ListUrl(this IUrlHelper url, RouteValueDictionary values) => url.RouteUrl(CustomersRoutes.List, values)!;

    /// <summary>The query string of a list, without its question mark.</summary>
    public static string ListQuery(this IUrlHelper url, CustomerListState state)
    {
        var address = url.ListUrl(state.ToRouteValues());
        var query = address.IndexOf('?', StringComparison.Ordinal);

        return query < 0 ? "" : address[(query + 1)..];
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers;

/// <summary>Turns a page of customers into what the list partial draws.</summary>
public sealed class CustomerListBuilder(
    IEnumerable<ICustomerListFilter> filters,
    CustomerTable table,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerListBuilder> S)
{
    private const string ListId = "customers";

    /// <summary>What the address says, without what nobody understands.</summary>
    public async Task<CustomerListState> ReadAsync(IQueryCollection query)
    {
        var state = CustomerListState.From(query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.FirstOrDefault())), filters);

        foreach (var filter in filters)
        {
            if (state.Filters.TryGetValue(filter.Name, out var value) && await filter.DescribeAsync(value) is null)
            {
                state = state.Without(filter);
            }
        }

        return state;
    }

    public async Task<ListModel> BuildAsync(CustomerPage page, CustomerQuery query, CustomerListState state, IUrlHelper url, ClaimsPrincipal user)
    {
        var listUrl = ListUrl(url, state.ToRouteValues());

        return new ListModel
        {
            Id = ListId,
            Caption = S["Customers"],
            Actions = await ActionsAsync(listUrl, url, user),
            Search = await SearchAsync(state, url),
            Headings = table.Headings(state, url),
            Rows = await table.RowsAsync(page.Customers, listUrl, url, user),
            Pager = Pager(page, query, state, url),
            Empty = await EmptyAsync(state, url),
        };
    }

    private async Task<IReadOnlyList<ActionLink>> ActionsAsync(string listUrl, IUrlHelper url, ClaimsPrincipal user)
        => await authorizationService.AuthorizeAsync(user, CustomersPermissions.EditCustomers)
            ? [new(S["New Customer"], S["Add a customer"], "plus", url.RouteUrl(CustomersRoutes.Create, new { returnUrl = listUrl })!) { IsPrimary = true, Key = "n" }]
            : [];

    private async Task<ListSearch> SearchAsync(CustomerListState state, IUrlHelper url)
    {
        var drawn = new List<ListFilter>();

        foreach (var filter in filters)
        {
            var options = filter.Kind == CustomerFilterKind.Choice ? await filter.GetOptionsAsync() : null;
            drawn.Add(new ListFilter(filter.Name, filter.Label, filter.Hint, state.Filters.GetValueOrDefault(filter.Name), options?.Select(option => new ListOption(option.Value, option.Label)).ToList()));
        }

        return new ListSearch
        {
            Action = ListUrl(url, []),
            TermName = CustomerListState.SearchKey,
            Term = state.Search,
            Placeholder = S["Name, e-mail, phone, company or number"],
            Hint = S["Finds customers in whose name, e-mail, phone, company or number all the words occur, in full or in part"],
            Kept = state.Kept,
            Filters = drawn,
        };
    }

    private ListPager Pager(CustomerPage page, CustomerQuery query, CustomerListState state, IUrlHelper url)
    {
        var first = page.Customers.Count > 0 ? page.Customers[0].ContentItemId : null;
        var last = page.Customers.Count > 0 ? page.Customers[^1].ContentItemId : null;
        var lastNumbered = CustomerPosition.MaxNumberedRows / query.PageSize;

        return new ListPager
        {
            Summary = Summary(page, query),
            FirstUrl = page.HasPrevious ? ListUrl(url, state.AtPage(1)) : null,
            PreviousUrl = !page.HasPrevious ? null : page.Number is { } number ? ListUrl(url, state.AtPage(number - 1)) : ListUrl(url, state.Before(first!)),
            NextUrl = !page.HasNext ? null : page.Number < lastNumbered ? ListUrl(url, state.AtPage(page.Number.Value + 1)) : ListUrl(url, state.After(last!)),
            LastUrl = !page.HasNext ? null : page.Total is { } total ? ListUrl(url, state.AtPage(Pages(total, query.PageSize))) : ListUrl(url, state.AtLastPage()),
            Pages = page.Number is null ? [] : PageLinks(page.Number.Value, page.Total is { } count ? Pages(count, query.PageSize) : lastNumbered, state, url),
            Sizes = [.. CustomerQuery.PageSizes.Select(size => new ListPageLink(size, ListUrl(url, state.WithPageSize(size)), size == query.PageSize))],
        };
    }

    /// <summary>The current page with two neighbours on each side, the first and the last one.</summary>
    private static List<ListPageLink?> PageLinks(int current, int count, CustomerListState state, IUrlHelper url)
    {
        var links = new List<ListPageLink?>();
        var previous = 0;

        foreach (var number in Enumerable.Range(1, count).Where(number => number == 1 || number == count || Math.Abs(number - current) <= 2))
        {
            if (number > previous + 1)
            {
                links.Add(null);
            }

            links.Add(new ListPageLink(number, ListUrl(url, state.AtPage(number)), number == current));
            previous = number;
        }

        return links;
    }

    private string Summary(CustomerPage page, CustomerQuery query)
    {
        if (page.Number is not { } number || page.Customers.Count == 0)
        {
            return S["{0} customers on this page", page.Customers.Count];
        }

        var first = (number - 1) * query.PageSize + 1;
        var last = first + page.Customers.Count - 1;

        return page.Total is { } total
            ? S["{0:N0}–{1:N0} of {2:N0}", first, last, total]
            : S["{0:N0}–{1:N0} of {2:N0}+", first, last, CustomerPosition.MaxNumberedRows];
    }

    private async Task<ListEmpty> EmptyAsync(CustomerListState state, IUrlHelper url)
    {
        if (!state.IsNarrowed)
        {
            return new(S["No customers yet."], []);
        }

        List<ListRemedy> remedies = [];

        if (state.Search is not null)
        {
            remedies.Add(new(S["Search for something else than “{0}”", state.Search], ListUrl(url, state.WithoutValue(CustomerListState.SearchKey))));
        }

        foreach (var filter in filters)
        {
            if (state.Filters.TryGetValue(filter.Name, out var value) && await filter.DescribeAsync(value) is { } description)
            {
                remedies.Add(new(S["Drop the filter “{0}: {1}”", filter.Label.Value, description], ListUrl(url, state.WithoutValue(filter.Name))));
            }
        }

        return new(S["No customer matches."], remedies);
    }

    private static int Pages(int total, int size) => Math.Max(1, (total + size - 1) / size);

    private static string ListUrl(IUrlHelper url, RouteValueDictionary values) => url.RouteUrl(CustomersRoutes.List, values)!;
}

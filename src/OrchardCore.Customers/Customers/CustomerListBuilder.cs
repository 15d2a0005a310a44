using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers;

/// <summary>Turns a page of customers into what the list partial draws.</summary>
public sealed class CustomerListBuilder(
    IEnumerable<ICustomerListColumn> columns,
    IEnumerable<ICustomerListFilter> filters,
    CustomerRows rows,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerListBuilder> S)
{
    private const int DefaultPageSize = 20;

    public CustomerListState Read(IQueryCollection query)
        => CustomerListState.From(query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.FirstOrDefault())), filters);

    public CustomerQuery ToQuery(CustomerListState state) => state.ToQuery(filters, DefaultPageSize);

    public async Task<ListModel> BuildAsync(CustomerPage page, CustomerQuery query, CustomerListState state, IUrlHelper url, ClaimsPrincipal user)
    {
        var returnUrl = ListUrl(url, state.ToRouteValues());
        return new ListModel
        {
            Caption = S["Customers"],
            Actions = await ActionsAsync(returnUrl, url, user),
            Search = Search(state, url),
            Headings = [.. columns.Select(column => Heading(column, state, url))],
            Rows = await rows.BuildAsync(page.Customers, returnUrl, url, user),
            Pager = Pager(page, query, state, url),
            Empty = Empty(state, url),
        };
    }

    private async Task<IReadOnlyList<ListAction>> ActionsAsync(string returnUrl, IUrlHelper url, ClaimsPrincipal user)
        => await authorizationService.AuthorizeAsync(user, CustomersPermissions.EditCustomers)
            ? [new(S["New Customer"], S["Add a customer"], "plus", url.RouteUrl(CustomersRoutes.Create, new { returnUrl })!, null)]
            : [];

    private ListSearch Search(CustomerListState state, IUrlHelper url) => new()
    {
        Action = ListUrl(url, []),
        Term = state.Search,
        Placeholder = S["Name, e-mail, phone, company or number"],
        Hint = S["Finds customers in whose name, e-mail, phone, company or number all the words occur, in full or in part"],
        Kept = state.Kept,
        Filters = [.. filters.Select(filter => new ListFilter(filter.Name, filter.Label, S["Any"],
            [.. filter.Options.Select(option => new ListOption(option.Value, option.Label, option.Value == state.Filter(filter)))]))],
    };

    private static ListHeading Heading(ICustomerListColumn column, CustomerListState state, IUrlHelper url)
        => column.Sort is { } sort
            ? new(column.Name, column.Heading, ListUrl(url, state.SortedBy(sort)), state.Sort == sort ? !state.IsDescending : null)
            : new(column.Name, column.Heading, null, null);

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
            return S["{0} customers of more than {1:N0}", page.Customers.Count, CustomerPosition.MaxNumberedRows];
        }

        var first = (number - 1) * query.PageSize + 1;
        var last = first + page.Customers.Count - 1;

        return page.Total is { } total
            ? S["{0:N0}–{1:N0} of {2:N0}", first, last, total]
            : S["{0:N0}–{1:N0} of {2:N0}+", first, last, CustomerPosition.MaxNumberedRows];
    }

    private ListEmpty Empty(CustomerListState state, IUrlHelper url)
    {
        if (!state.IsNarrowed(filters))
        {
            return new(S["No customers yet."], []);
        }

        List<ListRemedy> remedies = [];

        if (state.Search is not null)
        {
            remedies.Add(new(S["Search for something else than “{0}”", state.Search], ListUrl(url, state.WithoutSearch())));
        }

        remedies.AddRange(filters
            .Where(filter => state.Filter(filter) is not null)
            .Select(filter => new ListRemedy(S["Drop the filter “{0}”", filter.Label.Value], ListUrl(url, state.Without(filter.Name)))));

        return new(S["No customer matches."], remedies);
    }

    private static int Pages(int total, int size) => Math.Max(1, (total + size - 1) / size);

    private static string ListUrl(IUrlHelper url, RouteValueDictionary values) => url.RouteUrl(CustomersRoutes.List, values)!;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Lists;

/// <summary>Where one is in the list, and the ways through it.</summary>
public sealed class CustomerListPager(IStringLocalizer<CustomerListPager> S)
{
    public ListPager Build(CustomerPage page, CustomerQuery query, CustomerListState state, IUrlHelper url)
    {
        var first = page.Customers.Count > 0 ? page.Customers[0].ContentItemId : null;
        var last = page.Customers.Count > 0 ? page.Customers[^1].ContentItemId : null;
        var lastNumbered = CustomerPosition.MaxNumberedRows / query.PageSize;

        return new ListPager
        {
            Summary = Summary(page, query),
            FirstUrl = page.HasPrevious ? url.ListUrl(state.AtPage(1)) : null,
            PreviousUrl = !page.HasPrevious ? null : page.Number is { } number ? url.ListUrl(state.AtPage(number - 1)) : url.ListUrl(state.Before(first!)),
            NextUrl = !page.HasNext ? null : page.Number < lastNumbered ? url.ListUrl(state.AtPage(page.Number.Value + 1)) : url.ListUrl(state.After(last!)),
            LastUrl = !page.HasNext ? null : page.Total is { } total ? url.ListUrl(state.AtPage(Pages(total, query.PageSize))) : url.ListUrl(state.AtLastPage()),
            Pages = page.Number is null ? [] : PageLinks(page.Number.Value, page.Total is { } count ? Pages(count, query.PageSize) : lastNumbered, state, url),
            Sizes = [.. CustomerQuery.PageSizes.Select(size => new ListPageLink(size, url.ListUrl(state.WithPageSize(size)), size == query.PageSize))],
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

            links.Add(new ListPageLink(number, url.ListUrl(state.AtPage(number)), number == current));
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

    private static int Pages(int total, int size) => Math.Max(1, (total + size - 1) / size);
}

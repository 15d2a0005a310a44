using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Lists;

/// <summary>The search box and the filters of the list, and what narrows it now.</summary>
public sealed class CustomerListSearch(IEnumerable<ICustomerListFilter> filters, IStringLocalizer<CustomerListSearch> S)
{
    public async Task<ListSearch> BuildAsync(CustomerListState state, IUrlHelper url)
    {
        var drawn = new List<ListFilter>();

        foreach (var filter in filters)
        {
            var value = state.Filters.GetValueOrDefault(filter.Name);
            var options = filter.Kind == CustomerFilterKind.Choice ? await OptionsAsync(filter, value) : null;

            // There is nothing to choose from, on this site.
            if (options is not [])
            {
                drawn.Add(new ListFilter(filter.Name, filter.Label, filter.Hint, value, options, Range(filter, value)));
            }
        }

        var chips = await ChipsAsync(state, url);

        return new ListSearch
        {
            Action = url.ListUrl([]),
            TermName = CustomerListState.SearchKey,
            Term = state.Search,
            Placeholder = S["Name, e-mail, phone, company or number"],
            Hint = S["Finds customers in whose name, e-mail, phone, company or number all the words occur, in full or in part. name: email: phone: number: company: and id: look in one field, and quotes keep words together: company:\"Acme Inc\""],
            Kept = state.Kept,
            Filters = drawn,
            Chips = chips,
            ClearUrl = chips.Count > 1 ? url.ListUrl(state.WithoutFilters()) : null,
        };
    }

    public async Task<ListEmpty> EmptyAsync(CustomerListState state, IUrlHelper url)
    {
        if (!state.IsNarrowed)
        {
            return new(S["No customers yet."], []);
        }

        List<ListRemedy> remedies = [];

        if (state.Search is not null)
        {
            remedies.Add(new(S["Search for something else than “{0}”", state.Search], url.ListUrl(state.WithoutValue(CustomerListState.SearchKey))));
        }

        foreach (var chip in await ChipsAsync(state, url))
        {
            remedies.Add(new(S["Drop the filter “{0}: {1}”", chip.Label, chip.Value], chip.Url));
        }

        return new(S["No customer matches."], remedies);
    }

    private async Task<List<ListChip>> ChipsAsync(CustomerListState state, IUrlHelper url)
    {
        var chips = new List<ListChip>();

        foreach (var filter in filters)
        {
            if (state.Filters.TryGetValue(filter.Name, out var value) && await filter.DescribeAsync(value) is { } description)
            {
                chips.Add(new(filter.Label, description, url.ListUrl(state.WithoutValue(filter.Name))));
            }
        }

        return chips;
    }

    /// <summary>What can be chosen; also what is chosen now, though it is not offered any more.</summary>
    private static async Task<IReadOnlyList<ListOption>> OptionsAsync(ICustomerListFilter filter, string? value)
    {
        var options = (await filter.GetOptionsAsync()).Select(option => new ListOption(option.Value, option.Label)).ToList();

        if (value is not null && options.All(option => option.Value != value) && await filter.DescribeAsync(value) is { } description)
        {
            options.Add(new(value, description));
        }

        return options;
    }

    private static ListRange? Range(ICustomerListFilter filter, string? value)
    {
        var days = CustomerDateRange.TryParse(value);

        return filter.Kind == CustomerFilterKind.DateRange ? new(CustomerDateRange.Write(days?.First), CustomerDateRange.Write(days?.Last)) : null;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies;

/// <summary>The search box and the filters of the list of companies, and what narrows it now.</summary>
public sealed class CompanyListSearch(CompanyBadges badges, IStringLocalizer<CompanyListSearch> S)
{
    public ListSearch Build(CompanyListState state, IUrlHelper url)
    {
        var filters = Filters(state);
        var chips = Chips(state, filters, url);

        return new ListSearch
        {
            Action = url.RouteUrl(CompaniesRoutes.List)!,
            TermName = CompanyListState.SearchKey,
            Term = state.Search,
            Placeholder = S["Name, legal name, tax or registration number"],
            Hint = S["Finds companies in whose name, legal name, tax or registration number all the words occur, in full or in part"],
            Kept = state.Kept,
            Filters = filters,
            Chips = chips,
            ClearUrl = chips.Count > 1 ? url.RouteUrl(CompaniesRoutes.List, state.WithoutFilters()) : null,
        };
    }

    public ListEmpty Empty(CompanyListState state, IUrlHelper url)
    {
        if (!state.IsNarrowed)
        {
            return new(S["No companies yet."], []);
        }

        ListRemedy[] search = state.Search is null ? [] : [new(S["Search for something else than “{0}”", state.Search], url.RouteUrl(CompaniesRoutes.List, state.Without(CompanyListState.SearchKey))!)];

        return new(S["No company matches."], [.. search, .. Chips(state, Filters(state), url).Select(chip => new ListRemedy(S["Drop the filter “{0}: {1}”", chip.Label, chip.Value], chip.Url))]);
    }

    private IReadOnlyList<ListFilter> Filters(CompanyListState state) =>
    [
        Filter(state, CompanyListState.StatusKey, S["Status"], S["Companies that are approved, denied, or not decided on"],
            [.. Enum.GetValues<CompanyStatus>().Select(status => new ListOption(status.ToString().ToLowerInvariant(), badges.Text(status)))]),
        Filter(state, CompanyListState.ActiveKey, S["Active"], S["Companies that take part in the shop, or don't"], [new(CompanyListState.Yes, S["Active"]), new(CompanyListState.No, S["Inactive"])]),
        Filter(state, CompanyListState.BlockedKey, S["Blocked"], S["Companies whose people may not order, or the others"], [new(CompanyListState.Yes, S["Blocked"]), new(CompanyListState.No, S["Not blocked"])]),
    ];

    private static List<ListChip> Chips(CompanyListState state, IReadOnlyList<ListFilter> filters, IUrlHelper url) =>
    [
        .. from filter in filters
           let chosen = filter.Options!.FirstOrDefault(option => option.Value == filter.Value)
           where chosen is not null
           select new ListChip(filter.Label, chosen.Label, url.RouteUrl(CompaniesRoutes.List, state.Without(filter.Name))!),
    ];

    private static ListFilter Filter(CompanyListState state, string name, string label, string hint, IReadOnlyList<ListOption> options)
        => new(name, label, hint, state.Value(name)?.ToLowerInvariant(), options, Range: null);
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OrchardCore.Customers.Lists.Views;

namespace OrchardCore.Customers.Lists;

/// <summary>Opens the list that an address asks for: its own, one that was saved as a view, or the user's default.</summary>
public sealed class CustomerListReader(IEnumerable<ICustomerListFilter> filters, ISavedViewManager views, CustomerColumnCatalog catalog, IAuthorizationService authorizationService)
{
    /// <param name="query">The query string of the list.</param>
    public Task<OpenedList> OpenAsync(string? query, ClaimsPrincipal user) => OpenAsync(QueryHelpers.ParseQuery(query), user);

    public async Task<OpenedList> OpenAsync(IEnumerable<KeyValuePair<string, StringValues>> query, ClaimsPrincipal user)
    {
        var asking = await UserAsync(user);
        var known = await views.FindAsync(asking);
        var choice = await views.FindChoiceAsync(asking);
        var usual = Find(known, choice.DefaultViewId);

        var typed = await CleanAsync(CustomerListState.From(query.Select(Read), filters));
        var view = typed.IsEmpty ? usual : Find(known, typed.View);
        var state = view is null
            ? typed.From(usual is null ? null : CustomerListState.NoView, isChanged: false)
            : Show(typed, view.ViewId, await CleanAsync(CustomerListState.From(Read(view), filters)));

        return new OpenedList
        {
            State = state,
            View = view,
            Views = known,
            Choice = choice,
            Columns = await catalog.FindAsync(state.Columns ?? choice.Columns),
            IsOwn = view is not null && (view.Role is null ? view.OwnerId == asking.Id : asking.MayShare),
        };
    }

    /// <summary>Who asks for views.</summary>
    public async Task<ViewUser> UserAsync(ClaimsPrincipal user)
        => ViewUser.From(user, await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageSharedViews));

    private static SavedView? Find(IReadOnlyList<SavedView> known, string? viewId) => known.FirstOrDefault(view => view.ViewId == viewId);

    /// <summary>An address that says it changed a view may have come back to it.</summary>
    private static CustomerListState Show(CustomerListState typed, string viewId, CustomerListState saved)
        => typed.IsChanged && !typed.ShowsTheSame(saved) ? typed : typed.In(viewId, saved);

    /// <summary>A range has two inputs of the same name.</summary>
    private KeyValuePair<string, string?> Read(KeyValuePair<string, StringValues> pair)
    {
        var isRange = pair.Value.Count == 2 && filters.Any(filter => filter.Kind == CustomerFilterKind.DateRange && filter.Name.Equals(pair.Key, StringComparison.OrdinalIgnoreCase));
        var value = isRange ? pair.Value[0] + CustomerDateRange.Separator + pair.Value[1] : pair.Value.FirstOrDefault();

        return KeyValuePair.Create(pair.Key, isRange && value == CustomerDateRange.Separator ? null : value);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Read(SavedView view) => view.Values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));

    /// <summary>The state without the filters that don't understand their value.</summary>
    private async Task<CustomerListState> CleanAsync(CustomerListState state)
    {
        foreach (var filter in filters)
        {
            if (state.Filters.TryGetValue(filter.Name, out var value) && await filter.DescribeAsync(value) is null)
            {
                state = state.Without(filter);
            }
        }

        return state;
    }
}

/// <summary>A list as a user opened it.</summary>
public sealed class OpenedList
{
    public required CustomerListState State { get; init; }

    /// <summary>The view it began with; <see langword="null"/> when there is none.</summary>
    public required SavedView? View { get; init; }

    /// <summary>Whether the user may change that view.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The views the user can open.</summary>
    public required IReadOnlyList<SavedView> Views { get; init; }

    public required ListChoice Choice { get; init; }

    public required IReadOnlyList<ICustomerListColumn> Columns { get; init; }

    /// <summary>What a view would keep of it.</summary>
    public Dictionary<string, string> Values => State.ShapeWith(Columns.Select(column => column.Name));
}

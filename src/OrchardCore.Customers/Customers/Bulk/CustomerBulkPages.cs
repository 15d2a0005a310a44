using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Bulk;

/// <summary>Reads what was asked for and makes the page that asks back.</summary>
public sealed class CustomerBulkPages(
    IEnumerable<ICustomerBulkAction> actions,
    ICustomerJobManager jobs,
    CustomerListReader lists,
    IEnumerable<ICustomerListFilter> filters,
    IAuthorizationService authorizationService)
{
    /// <summary>How many customers are done while the user waits; more go on in the background.</summary>
    public const int MaxAtOnce = 200;

    private const int NamesShown = 5;

    /// <summary>The action that is meant, if the user may do it.</summary>
    public async Task<ICustomerBulkAction?> FindActionAsync(CustomerBulkRequest request, ClaimsPrincipal user)
        => actions.FirstOrDefault(action => action.Name == request.Action) is { } action && await authorizationService.AuthorizeAsync(user, action.Permission)
            ? action
            : null;

    /// <summary>
    /// Whom it is for; <see langword="null"/> when nobody was ticked, or when a filter of the list is not understood any
    /// more: its group may have been deleted, and without it the list would be a longer one.
    /// </summary>
    public async Task<CustomerSelection?> ReadSelectionAsync(CustomerBulkRequest request, ClaimsPrincipal user)
    {
        if (!request.All)
        {
            return request.Ids is { Length: > 0 } ids ? CustomerSelection.Of(ids) : null;
        }

        var state = (await lists.OpenAsync(request.List, user)).State;
        var asked = QueryHelpers.ParseQuery(request.List).Where(pair => pair.Value.Any(value => !string.IsNullOrWhiteSpace(value))).Select(pair => pair.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return filters.Any(filter => asked.Contains(filter.Name) && !state.Filters.ContainsKey(filter.Name)) ? null : CustomerSelection.Of(state.ToQuery());
    }

    /// <summary>The page that asks; with what was typed, when it was refused.</summary>
    public async Task<CustomerBulkViewModel> AskAsync(CustomerBulkRequest request, ICustomerBulkAction action, CustomerSelection selection, IUrlHelper url, ClaimsPrincipal user)
    {
        var count = await jobs.FindCountAsync(selection, user);
        var first = await jobs.FindFirstAsync(selection, user, NamesShown);

        return new CustomerBulkViewModel
        {
            Request = request,
            JobId = request.Job ?? Guid.NewGuid().ToString("N"),
            Action = action.Text.Value,
            Hint = action.Hint.Value,
            IsDestructive = action.IsDestructive,
            Input = await action.GetInputAsync(),
            Count = count,
            Names = [.. first.Select(customer => customer.ListName())],
            IsLong = count > MaxAtOnce,
            ListUrl = ListUrl(request, url),
        };
    }

    /// <summary>The list as it was left.</summary>
    public static string ListUrl(CustomerBulkRequest request, IUrlHelper url)
        => url.RouteUrl(CustomersRoutes.List) + (request.List is { Length: > 0 } query ? QueryString.Create(Pairs(query)).ToString() : "");

    /// <summary>Taken apart and put together again, so that nothing but a query comes out.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Pairs(string query)
        => QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
}

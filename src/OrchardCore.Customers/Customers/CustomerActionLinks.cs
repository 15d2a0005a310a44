using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers;

/// <summary>Offers what the user may do with customers: in the rows of a list, on a customer's page and in the form.</summary>
public sealed class CustomerActionLinks(IEnumerable<ICustomerAction> actions, IAuthorizationService authorizationService)
{
    /// <summary>
    /// What the user may do with customers in general. For the rows of a list, which holds only customers in the user's
    /// scope: it takes no query per row.
    /// </summary>
    public Task<IReadOnlyList<ICustomerAction>> AllowedAsync(ClaimsPrincipal user) => AllowedAsync(actions, user, customer: null);

    /// <summary>What the user may do with a customer in a row; what destroys comes last.</summary>
    public static IReadOnlyList<ActionLink> InRow(IReadOnlyList<ICustomerAction> allowed, ContentItem customer, string listUrl, IUrlHelper url)
        => [.. allowed.Where(action => !action.IsOnPagesOnly && action.AppliesTo(customer)).OrderBy(action => action.IsDestructive).Select(action => Link(action, action.Text, customer, listUrl, url))];

    /// <summary>What the user may do with this customer, on one of its pages.</summary>
    /// <param name="routeName">The page itself, which is not offered there.</param>
    public async Task<IReadOnlyList<ActionLink>> OnPageAsync(ContentItem customer, string routeName, string listUrl, IUrlHelper url, ClaimsPrincipal user)
    {
        var applicable = actions.Where(action => action.RouteName != routeName && action.AppliesTo(customer)).OrderBy(action => action.IsDestructive);

        return [.. (await AllowedAsync(applicable, user, customer)).Select(action => Link(action, action.PageText, customer, listUrl, url))];
    }

    /// <summary>What an action asks, for the page that asks it without JavaScript.</summary>
    public Confirmation Ask(ContentItem customer, string routeName) => Ask(actions.First(action => action.RouteName == routeName), customer)
        ?? throw new InvalidOperationException($"The action of route '{routeName}' asks nothing.");

    private async Task<IReadOnlyList<ICustomerAction>> AllowedAsync(IEnumerable<ICustomerAction> offered, ClaimsPrincipal user, ContentItem? customer)
    {
        var allowed = new List<ICustomerAction>();

        foreach (var action in offered)
        {
            if (await authorizationService.AuthorizeAsync(user, action.Permission, customer))
            {
                allowed.Add(action);
            }
        }

        return allowed;
    }

    private static ActionLink Link(ICustomerAction action, string text, ContentItem customer, string listUrl, IUrlHelper url)
        => new(text, action.Hint, action.Icon, url.RouteUrl(action.RouteName, new { id = customer.ContentItemId, returnUrl = listUrl })!)
        {
            IsDangerous = action.IsDestructive,
            Confirmation = Ask(action, customer),
        };

    private static Confirmation? Ask(ICustomerAction action, ContentItem customer)
        => action.Confirm(customer) is { } confirmation ? new(confirmation.Question, confirmation.Verb) : null;
}

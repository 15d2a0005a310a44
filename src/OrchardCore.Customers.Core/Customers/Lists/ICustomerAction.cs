using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// What can be done with one customer, offered in the list's rows to those who may. Register it as a scoped service;
/// actions stand in the order of their registration.
/// </summary>
public interface ICustomerAction
{
    LocalizedString Text { get; }

    /// <summary>What it does, shown on hover and focus.</summary>
    LocalizedString Hint { get; }

    /// <summary>The name of a Font Awesome icon, without prefix.</summary>
    string Icon { get; }

    /// <summary>Asked for before it is offered; the action itself asks again, with the customer.</summary>
    Permission Permission { get; }

    /// <summary>A route of the admin; its <c>id</c> is the customer's content item id, its <c>returnUrl</c> leads back to the list.</summary>
    string RouteName { get; }

    /// <summary>Whether it is asked about in a dialog, and drawn as dangerous. Its route then answers a GET with a page that asks.</summary>
    bool IsDestructive { get; }
}

using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// What can be done with customers as a whole, offered to those who may in the menu <em>Maintenance</em> of their list.
/// Register it as a scoped service.
/// </summary>
public interface ICustomerListMenuItem
{
    /// <summary>A few words.</summary>
    LocalizedString Text { get; }

    /// <summary>What it does, shown on hover and focus.</summary>
    LocalizedString Hint { get; }

    /// <summary>The name of a Font Awesome icon, without prefix.</summary>
    string Icon { get; }

    /// <summary>Items stand in ascending order; the module's own have 10, 20, 30 ...</summary>
    int Order { get; }

    /// <summary>Asked for before it is offered; its route asks again.</summary>
    Permission Permission { get; }

    /// <summary>A route of the admin that answers a GET; its <c>list</c> is the query string of the list as it is open.</summary>
    string RouteName { get; }
}

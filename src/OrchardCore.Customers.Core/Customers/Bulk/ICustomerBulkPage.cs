using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Bulk;

/// <summary>
/// What is done with many customers together, on a page of its own: a button beside those of the <see cref="ICustomerBulkAction"/>s,
/// which are done customer by customer. Register it as a scoped service.
/// </summary>
public interface ICustomerBulkPage
{
    /// <summary>A word or two, on the button.</summary>
    LocalizedString Text { get; }

    /// <summary>What it does, shown on hover and focus.</summary>
    LocalizedString Hint { get; }

    /// <summary>The name of a Font Awesome icon, without prefix.</summary>
    string Icon { get; }

    /// <summary>Asked for before it is offered; its route asks again.</summary>
    Permission Permission { get; }

    /// <summary>A route of the admin that answers a POST with the ticked <c>ids</c> or <c>all</c>, and the <c>list</c>'s query string.</summary>
    string RouteName { get; }
}

using System.Security.Claims;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Lists;

/// <summary>Finds customers for lists, among those the user may see (<see cref="ICustomerScope"/>).</summary>
public interface ICustomerFinder
{
    /// <summary>Reads one page with at most three SQL statements, whatever the number of customers.</summary>
    Task<CustomerPage> FindAsync(CustomerQuery query, ClaimsPrincipal user);

    /// <summary>Whether the user may see this saved customer at all, whatever the user's permissions.</summary>
    Task<bool> IncludesAsync(ContentItem customer, ClaimsPrincipal user);
}

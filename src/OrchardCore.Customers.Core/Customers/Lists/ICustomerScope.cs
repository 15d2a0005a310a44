using System.Linq.Expressions;
using System.Security.Claims;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// Narrows which customers a user sees: in lists, counts and searches by the predicate, on single customers through
/// Orchard's authorization. A customer that is out of scope does not exist for that user. Register it as a scoped
/// service; with several scopes, all have to agree.
/// </summary>
public interface ICustomerScope
{
    /// <summary>The condition in terms YesSql can translate; <see langword="null"/> when the scope does not narrow what this user sees.</summary>
    Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(ClaimsPrincipal user);
}

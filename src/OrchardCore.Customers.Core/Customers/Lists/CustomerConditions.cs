using System.Security.Claims;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>What narrows the customers that are read: the search term, the filters, and what the user may see.</summary>
public sealed class CustomerConditions(IEnumerable<ICustomerListFilter> filters, IEnumerable<ICustomerScope> scopes)
{
    /// <summary>The conditions of a list: those of the term, then those of the filters.</summary>
    /// <returns>
    /// When one of the filters is not there any more or does not understand its value, a condition that nobody meets: without
    /// it the list would be a longer one.
    /// </returns>
    public async Task<List<Condition>> OfListAsync(string? search, IReadOnlyDictionary<string, string> values)
    {
        var conditions = CustomerSearch.ToPredicates(search).ToList();

        foreach (var (name, value) in values)
        {
            if (filters.FirstOrDefault(filter => filter.Name == name) is not { } filter || await filter.GetPredicateAsync(value) is not { } condition)
            {
                return [index => index.DocumentId < 0];
            }

            conditions.Add(condition);
        }

        return conditions;
    }

    /// <summary>The conditions of what the user may see.</summary>
    public async Task<List<Condition>> OfScopesAsync(ClaimsPrincipal user)
    {
        var conditions = new List<Condition>();

        foreach (var scope in scopes)
        {
            if (await scope.GetPredicateAsync(user) is { } condition)
            {
                conditions.Add(condition);
            }
        }

        return conditions;
    }
}

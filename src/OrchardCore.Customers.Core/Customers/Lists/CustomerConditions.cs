using System.Security.Claims;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>What narrows the customers that are read: the search term, the filters, and what the user may see.</summary>
internal sealed class CustomerConditions(IEnumerable<ICustomerListFilter> filters, IEnumerable<ICustomerScope> scopes)
{
    /// <summary>The conditions of a list.</summary>
    /// <returns>
    /// <see langword="null"/> when one of the filters is not there any more or does not understand its value: without it
    /// the list would be a longer one.
    /// </returns>
    public async Task<List<Condition>?> FindAsync(string? search, IReadOnlyDictionary<string, string> values, ClaimsPrincipal user)
    {
        var conditions = CustomerSearch.ToPredicates(search).ToList();

        foreach (var (name, value) in values)
        {
            if (filters.FirstOrDefault(filter => filter.Name == name) is not { } filter || await filter.GetPredicateAsync(value) is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }

        // First, since by what a user may see few are found most often: the first index is the one that is read.
        return [.. await OfScopesAsync(user), .. conditions];
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

using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using OrchardCore.ContentManagement;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerFinder(
    ISession session,
    CustomerReader reader,
    CustomerSearched searched,
    CustomerConditions customerConditions,
    IMemoryCache cache) : ICustomerFinder
{
    /// <summary>How long a list of more than <see cref="CustomerPosition.MaxNumberedRows"/> is taken for one without looking again.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    public async Task<CustomerPage> FindAsync(CustomerQuery query, ClaimsPrincipal user)
    {
        var seen = await customerConditions.OfScopesAsync(user);
        var listed = await customerConditions.OfListAsync(query.Search, query.Filters);
        var list = new ListKey(query.Search, string.Join('&', query.Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal)), user.Identity?.Name);

        var page = query.Position switch
        {
            CustomerPosition.Numbered numbered => await NumberedAsync(query, seen, listed, numbered.Page, cache.TryGetValue(list, out _)),
            CustomerPosition.After after => await BeyondAsync(query, seen, listed, after.Id, backwards: false),
            CustomerPosition.Before before => await BeyondAsync(query, seen, listed, before.Id, backwards: true),
            _ => await EdgeAsync(query, await searched.AlongAsync(query, seen, listed), isLast: true),
        };

        if (page is { Number: not null, Total: null })
        {
            cache.Set(list, true, Memory);
        }

        return page;
    }

    public async Task<bool> IncludesAsync(ContentItem customer, ClaimsPrincipal user)
    {
        var id = customer.ContentItemId;
        var seen = await customerConditions.OfScopesAsync(user);

        return seen.Count == 0 || await reader.CountAsync([index => index.ContentItemId == id, .. seen]) > 0;
    }

    private async Task<CustomerPage> NumberedAsync(CustomerQuery query, List<Condition> seen, List<Condition> listed, int number, bool isMany)
    {
        number = Math.Clamp(number, 1, CustomerPosition.MaxNumberedRows / query.PageSize);

        if (await searched.LookAsync(query.Search) is { } hits)
        {
            var (customers, read, total) = await searched.ReadAsync(query, hits, seen, listed, number, isMany);

            return Numbered(query, customers, read, total);
        }

        var conditions = CustomerWalk.Within(seen, listed, session);

        return await (CustomerWalk.ColumnOf(conditions) is null ? PageFirstAsync(query, conditions, number, isMany) : CountFirstAsync(query, conditions, number, isMany));
    }

    /// <summary>Where no index finds what matches, the page is read along the index of the sort; it may tell that there are no more.</summary>
    private async Task<CustomerPage> PageFirstAsync(CustomerQuery query, List<Condition> conditions, int number, bool isMany)
    {
        var customers = await reader.ReadPageAsync(query, conditions, number);

        // A page that is not full is the last one: then the total is known.
        var isLast = customers.Count < query.PageSize && (customers.Count > 0 || number == 1);
        var isBeyond = customers.Count == 0 && number > 1;
        int? total = isLast ? (number - 1) * query.PageSize + customers.Count
            : !isBeyond && (isMany || await reader.IsManyAsync(conditions)) ? null
            : await reader.CountAsync(conditions);

        if (isBeyond && total > 0)
        {
            // The rows of this page were deleted, or the address was typed.
            number = query.Pages(total.Value);
            customers = await reader.ReadPageAsync(query, conditions, number);
        }

        return Numbered(query, customers, number, total);
    }

    /// <summary>Where one does, how many they are comes first, since it decides how the page is read.</summary>
    private async Task<CustomerPage> CountFirstAsync(CustomerQuery query, List<Condition> conditions, int number, bool isMany)
    {
        int? total = isMany || await reader.IsManyAsync(conditions) ? null : await reader.CountAsync(conditions);
        number = total is null ? number : Math.Min(number, query.Pages(total.Value));
        var customers = total == 0 ? []
            : CustomerWalk.AreTogether(conditions, query.Sort) ? await reader.ReadPageAsync(query, CustomerWalk.Along(conditions, query.Sort, session), number)
            : total <= CustomerWalk.MaxSorted ? await reader.ReadAmongAsync(query, conditions, number)
            : await ReadManyAsync(query, conditions, number);

        return Numbered(query, customers, number, total);
    }

    /// <summary>The next one of many is never far, unless filter and order go together; then all who match are sorted.</summary>
    private async Task<List<ContentItem>> ReadManyAsync(CustomerQuery query, List<Condition> conditions, int number)
    {
        var near = await reader.ReadPageWithinAsync(query, CustomerWalk.Along(conditions, query.Sort, session), number, CustomerWalk.MaxWalked);

        return near.Count == query.PageSize ? near : await reader.ReadAmongAsync(query, conditions, number);
    }

    private static CustomerPage Numbered(CustomerQuery query, List<ContentItem> customers, int number, int? total) => new()
    {
        Customers = customers,
        Total = total,
        Number = number,
        HasPrevious = number > 1,
        HasNext = total is null || (number - 1) * query.PageSize + customers.Count < total,
    };

    /// <summary>The rows after or before a customer; where there are none, the end or the beginning. When that one is gone, the list begins anew.</summary>
    private async Task<CustomerPage> BeyondAsync(CustomerQuery query, List<Condition> seen, List<Condition> listed, string id, bool backwards)
    {
        var conditions = await searched.AlongAsync(query, seen, listed);

        if (await session.QueryIndex<CustomerIndex>(index => index.ContentItemId == id).FirstOrDefaultAsync() is not { } origin)
        {
            return await EdgeAsync(query, conditions, isLast: false);
        }

        var customers = await reader.ReadBeyondAsync(query, conditions, origin, backwards, query.PageSize + 1);

        return customers.Count > 0 ? Beyond(query, customers, backwards) : await EdgeAsync(query, conditions, isLast: !backwards);
    }

    /// <summary>The beginning or the end of the list, without a number.</summary>
    private async Task<CustomerPage> EdgeAsync(CustomerQuery query, List<Condition> conditions, bool isLast)
    {
        var page = Beyond(query, await reader.ReadEdgeAsync(query, conditions, isLast, query.PageSize + 1), isLast);

        return new CustomerPage { Customers = page.Customers, HasPrevious = isLast && page.HasPrevious, HasNext = !isLast && page.HasNext };
    }

    /// <summary>One row more than the page was read, to know whether there are more.</summary>
    private static CustomerPage Beyond(CustomerQuery query, List<ContentItem> customers, bool backwards)
    {
        var hasMore = customers.Count > query.PageSize;
        var page = customers.Take(query.PageSize);

        return new CustomerPage
        {
            Customers = backwards ? [.. page.Reverse()] : [.. page],
            HasPrevious = !backwards || hasMore,
            HasNext = backwards || hasMore,
        };
    }

    internal sealed record ListKey(string? Search, string Filters, string? User);
}

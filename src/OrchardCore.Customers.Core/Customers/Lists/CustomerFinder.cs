using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerFinder(
    ISession session,
    IContentManager contentManager,
    CustomerConditions customerConditions,
    IMemoryCache cache) : ICustomerFinder
{
    /// <summary>How long a list of more than <see cref="CustomerPosition.MaxNumberedRows"/> is taken for one without looking again.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    public async Task<CustomerPage> FindAsync(CustomerQuery query, ClaimsPrincipal user)
    {
        var conditions = CustomerWalk.Within(await customerConditions.OfScopesAsync(user), await customerConditions.OfListAsync(query.Search, query.Filters), session);
        var list = new ListKey(query.Search, string.Join('&', query.Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal)), user.Identity?.Name);

        var page = query.Position switch
        {
            CustomerPosition.Numbered numbered => await NumberedAsync(query, conditions, numbered.Page, cache.TryGetValue(list, out _)),
            CustomerPosition.After after => await BeyondAsync(query, conditions, after.Id, backwards: false),
            CustomerPosition.Before before => await BeyondAsync(query, conditions, before.Id, backwards: true),
            _ => await EdgeAsync(query, conditions, isLast: true),
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

        return seen.Count == 0 || await Index([index => index.ContentItemId == id, .. seen]).CountAsync() > 0;
    }

    private Task<CustomerPage> NumberedAsync(CustomerQuery query, List<Condition> conditions, int number, bool isMany)
    {
        number = Math.Clamp(number, 1, CustomerPosition.MaxNumberedRows / query.PageSize);

        return CustomerWalk.ColumnOf(conditions) is null ? PageFirstAsync(query, conditions, number, isMany) : CountFirstAsync(query, conditions, number, isMany);
    }

    /// <summary>Where no index finds what matches, the page is read along the index of the sort; it may tell that there are no more.</summary>
    private async Task<CustomerPage> PageFirstAsync(CustomerQuery query, List<Condition> conditions, int number, bool isMany)
    {
        var customers = await ReadPageAsync(query, conditions, number);

        // A page that is not full is the last one: then the total is known.
        var isLast = customers.Count < query.PageSize && (customers.Count > 0 || number == 1);
        var isBeyond = customers.Count == 0 && number > 1;
        int? total = isLast ? (number - 1) * query.PageSize + customers.Count
            : !isBeyond && (isMany || await IsManyAsync(conditions)) ? null
            : await Index(conditions).CountAsync();

        if (isBeyond && total > 0)
        {
            // The rows of this page were deleted, or the address was typed.
            number = Pages(total.Value, query);
            customers = await ReadPageAsync(query, conditions, number);
        }

        return Numbered(query, customers, number, total);
    }

    /// <summary>Where one does, how many they are comes first, since it decides how the page is read.</summary>
    private async Task<CustomerPage> CountFirstAsync(CustomerQuery query, List<Condition> conditions, int number, bool isMany)
    {
        int? total = isMany || await IsManyAsync(conditions) ? null : await Index(conditions).CountAsync();
        number = total is null ? number : Math.Min(number, Pages(total.Value, query));
        var customers = total switch
        {
            0 => [],
            <= CustomerWalk.MaxSorted => await ReadAmongAsync(query, conditions, number),
            _ => await ReadPageAsync(query, CustomerWalk.Along(conditions, session), number),
        };

        return Numbered(query, customers, number, total);
    }

    private static CustomerPage Numbered(CustomerQuery query, List<ContentItem> customers, int number, int? total) => new()
    {
        Customers = customers,
        Total = total,
        Number = number,
        HasPrevious = number > 1,
        HasNext = total is null || (number - 1) * query.PageSize + customers.Count < total,
    };

    private static int Pages(int total, CustomerQuery query) => Math.Max(1, (total + query.PageSize - 1) / query.PageSize);

    private Task<List<ContentItem>> ReadPageAsync(CustomerQuery query, List<Condition> conditions, int number)
        => ReadAsync(Sorted(conditions, query.Sort.Key(), query.Descending).Skip((number - 1) * query.PageSize).Take(query.PageSize));

    /// <summary>A page of few customers, who are found by the index of the filter and sorted among themselves.</summary>
    private Task<List<ContentItem>> ReadAmongAsync(CustomerQuery query, List<Condition> conditions, int number)
    {
        var page = new Slice<CustomerIndex>(query.Sort.Key(), (number - 1) * query.PageSize, query.PageSize) { Descending = query.Descending, IsSorted = true };

        return session.CanSlice() ? ReadAsync(Sorted([page.Of(conditions)], page.Key, page.Descending)) : ReadPageAsync(query, conditions, number);
    }

    /// <summary>The rows after or before a customer; where there are none, the end or the beginning. When that one is gone, the list begins anew.</summary>
    private async Task<CustomerPage> BeyondAsync(CustomerQuery query, List<Condition> conditions, string id, bool backwards)
    {
        var origin = await session.QueryIndex<CustomerIndex>(index => index.ContentItemId == id).FirstOrDefaultAsync();

        if (origin is null)
        {
            return await EdgeAsync(query, conditions, isLast: false);
        }

        var rows = Sorted(CustomerWalk.Along(conditions, session), query.Sort.Key(), query.Descending != backwards);
        rows.WhereAfter(query.Sort.Column(), query.Sort.ValueOf(origin), origin.DocumentId, query.Descending != backwards);
        var customers = await ReadAsync(rows.Take(query.PageSize + 1));

        return customers.Count > 0 ? Beyond(query, customers, backwards) : await EdgeAsync(query, conditions, isLast: !backwards);
    }

    /// <summary>The beginning or the end of the list, without a number.</summary>
    private async Task<CustomerPage> EdgeAsync(CustomerQuery query, List<Condition> conditions, bool isLast)
    {
        var customers = await ReadAsync(Sorted(CustomerWalk.Along(conditions, session), query.Sort.Key(), query.Descending != isLast).Take(query.PageSize + 1));
        var page = Beyond(query, customers, isLast);

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

    /// <summary>
    /// Counting ignores Take; so look whether there is a row beyond those that are counted. In the order of a small index
    /// the database skips the rows within it and reads none of them.
    /// </summary>
    private async Task<bool> IsManyAsync(List<Condition> conditions)
    {
        var key = CustomerWalk.Key(CustomerWalk.ColumnOf(conditions) ?? nameof(CustomerIndex.DocumentId));
        var beyond = new Slice<CustomerIndex>(key, CustomerPosition.MaxNumberedRows, Take: 1);
        var rows = session.CanSlice() ? Index([beyond.Of(conditions)]) : Index(conditions).OrderBy(key).Skip(beyond.Skip).Take(beyond.Take);

        return (await rows.ListAsync()).Any();
    }

    private IQueryIndex<CustomerIndex> Index(List<Condition> conditions)
        => conditions.Aggregate(session.QueryIndex<CustomerIndex>(), (query, condition) => query.Where(condition));

    /// <summary>Without NoDuplicates YesSql groups all rows before it takes a page of them.</summary>
    private IQuery<ContentItem, CustomerIndex> Sorted(List<Condition> conditions, Expression<Func<CustomerIndex, object>> key, bool descending)
    {
        var customers = conditions.Aggregate(session.Query<ContentItem, CustomerIndex>(), (rows, condition) => rows.Where(condition));
        customers.NoDuplicates();

        return descending
            ? customers.OrderByDescending(key).ThenByDescending(index => index.DocumentId)
            : customers.OrderBy(key).ThenBy(index => index.DocumentId);
    }

    private async Task<List<ContentItem>> ReadAsync(IQuery<ContentItem> rows)
    {
        var customers = new List<ContentItem>();

        foreach (var customer in await rows.ListAsync())
        {
            customers.Add(await contentManager.LoadAsync(customer));
        }

        return customers;
    }

    private sealed record ListKey(string? Search, string Filters, string? User);
}

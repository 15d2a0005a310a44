using System.Linq.Expressions;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Lists;

/// <summary>The ways in which rows of a list are read and counted. <see cref="CustomerWalk"/> says which is good for what.</summary>
internal sealed class CustomerReader(ISession session, IContentManager contentManager)
{
    /// <summary>A page along the index of the sort.</summary>
    public Task<List<ContentItem>> ReadPageAsync(CustomerQuery query, List<Condition> conditions, int number)
        => ReadAsync(Sorted(conditions, query.Sort.Key(), query.Descending).Skip((number - 1) * query.PageSize).Take(query.PageSize));

    /// <summary>The same, as far as it is among the first rows of that index. When it is not full, others may match further on.</summary>
    public Task<List<ContentItem>> ReadPageWithinAsync(CustomerQuery query, List<Condition> conditions, int number, int rows)
    {
        var customers = Sorted(conditions, query.Sort.Key(), query.Descending);
        customers.WhereAmongFirst(query.Sort.Column(), session.Store.Configuration, rows, query.Descending);

        return ReadAsync(customers.Skip((number - 1) * query.PageSize).Take(query.PageSize));
    }

    /// <summary>A page of few customers, who are found by the index of the filter and sorted among themselves.</summary>
    public Task<List<ContentItem>> ReadAmongAsync(CustomerQuery query, List<Condition> conditions, int number)
    {
        var page = new Slice<CustomerIndex>(query.Sort.Key(), (number - 1) * query.PageSize, query.PageSize) { Descending = query.Descending, IsSorted = true };

        return session.CanSlice() ? ReadAsync(Sorted([page.Of(conditions)], page.Key, page.Descending)) : ReadPageAsync(query, conditions, number);
    }

    /// <summary>A page of those who are among the first rows of the sort. When it is not full, others may match further on.</summary>
    public Task<List<ContentItem>> ReadAmongFirstAsync(CustomerQuery query, List<Condition> conditions, int number, int rows)
    {
        var first = new Slice<CustomerIndex>(query.Sort.Key(), 0, rows) { Descending = query.Descending };

        return ReadAmongAsync(query, CustomerWalk.ByHits(first.Of([]), conditions), number);
    }

    /// <summary>Rows along the index of the sort, from its beginning or its end.</summary>
    public Task<List<ContentItem>> ReadEdgeAsync(CustomerQuery query, List<Condition> conditions, bool backwards, int count)
        => ReadAsync(Sorted(conditions, query.Sort.Key(), query.Descending != backwards).Take(count));

    /// <summary>The rows that come after or before another one.</summary>
    public Task<List<ContentItem>> ReadBeyondAsync(CustomerQuery query, List<Condition> conditions, CustomerIndex origin, bool backwards, int count)
    {
        var rows = Sorted(conditions, query.Sort.Key(), query.Descending != backwards);
        rows.WhereAfter(query.Sort.Column(), query.Sort.ValueOf(origin), origin.DocumentId, query.Descending != backwards);

        return ReadAsync(rows.Take(count));
    }

    public Task<int> CountAsync(List<Condition> conditions) => Index(conditions).CountAsync();

    /// <summary>
    /// Counting ignores Take; so look whether there is a row beyond those that are counted. In the order of a small index
    /// the database skips the rows within it and reads none of them.
    /// </summary>
    public async Task<bool> IsManyAsync(List<Condition> conditions)
    {
        var beyond = new Slice<CustomerIndex>(CountingKey(conditions), CustomerPosition.MaxNumberedRows, Take: 1);
        var rows = session.CanSlice() ? Index([beyond.Of(conditions)]) : Index(conditions).OrderBy(beyond.Key).Skip(beyond.Skip).Take(beyond.Take);

        return (await rows.ListAsync()).Any();
    }

    /// <summary>The same and the number with one statement, where few statements are left; <see langword="null"/> when there are more.</summary>
    public async Task<int?> CountFewAsync(List<Condition> conditions)
    {
        var counted = new Slice<CustomerIndex>(CountingKey(conditions), 0, CustomerPosition.MaxNumberedRows + 1);

        return await CountAsync([counted.Of(conditions)]) is var count and <= CustomerPosition.MaxNumberedRows ? count : null;
    }

    public IQueryIndex<CustomerIndex> Index(IEnumerable<Condition> conditions)
        => conditions.Aggregate(session.QueryIndex<CustomerIndex>(), (query, condition) => query.Where(condition));

    private static Expression<Func<CustomerIndex, object>> CountingKey(List<Condition> conditions)
        => CustomerWalk.Key(CustomerWalk.ColumnOf(conditions) ?? nameof(CustomerIndex.DocumentId));

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
}

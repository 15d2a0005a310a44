using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using YesSql;
using YesSql.Services;
using Condition = System.Linq.Expressions.Expression<System.Func<OrchardCore.Customers.CustomerIndex, bool>>;

namespace OrchardCore.Customers.Bulk;

/// <summary>Reads the customers of a selection, among those a user may see, in the order of their document ids.</summary>
internal sealed class CustomerRows(ISession session, IContentManager contentManager, CustomerConditions conditions, CustomerSearched searched)
{
    public async Task<int> CountAsync(CustomerSelection selection, ClaimsPrincipal user)
        => await (await IndexAsync(selection, user)).CountAsync();

    /// <summary>The greatest document id; 0 when there is no customer.</summary>
    public async Task<long> FindEndAsync(CustomerSelection selection, ClaimsPrincipal user)
        => (await (await IndexAsync(selection, user)).OrderByDescending(index => index.DocumentId).FirstOrDefaultAsync())?.DocumentId ?? 0;

    /// <summary>The next customers after a document id, up to another one.</summary>
    public Task<IReadOnlyList<ContentItem>> ReadAsync(CustomerSelection selection, ClaimsPrincipal user, long after, long end, int count)
        => ReadAsync(session, selection, user, after, end, count, isLoaded: true);

    /// <summary>The same for who changes none of them: a session of their own forgets them, so it is not flushed and keeps nothing.</summary>
    /// <param name="isLoaded">Whether Orchard's handlers complete them, as with parts and fields that the type got later. Without, they are as they were saved, which takes much less time.</param>
    public async Task<IReadOnlyList<ContentItem>> ReadOnlyAsync(CustomerSelection selection, ClaimsPrincipal user, long after, long end, int count, bool isLoaded)
    {
        await using var reading = session.Store.CreateSession(withTracking: false);

        return await ReadAsync(reading, selection, user, after, end, count, isLoaded);
    }

    private async Task<IReadOnlyList<ContentItem>> ReadAsync(ISession reading, CustomerSelection selection, ClaimsPrincipal user, long after, long end, int count, bool isLoaded)
    {
        var query = reading.Query<ContentItem, CustomerIndex>(index => index.DocumentId > after && index.DocumentId <= end);

        foreach (var condition in await ConditionsAsync(selection, user))
        {
            query.Where(condition);
        }

        query.NoDuplicates();
        var customers = (await query.OrderBy(index => index.DocumentId).Take(count).ListAsync()).ToList();

        for (var index = 0; isLoaded && index < customers.Count; index++)
        {
            customers[index] = await contentManager.LoadAsync(customers[index]);
        }

        return customers;
    }

    private async Task<IQueryIndex<CustomerIndex>> IndexAsync(CustomerSelection selection, ClaimsPrincipal user)
        => (await ConditionsAsync(selection, user)).Aggregate(session.QueryIndex<CustomerIndex>(), (query, condition) => query.Where(condition));

    /// <summary>
    /// First what the user may see, since by that few are found most often: the first index is the one that is read. But when
    /// the index of the words finds few, they are read by it.
    /// </summary>
    private async Task<List<Condition>> ConditionsAsync(CustomerSelection selection, ClaimsPrincipal user)
    {
        var seen = await conditions.OfScopesAsync(user);

        if (selection.Ids is { } ids)
        {
            return [.. seen, index => index.ContentItemId.IsIn(ids)];
        }

        List<Condition> selected = [.. seen, .. await conditions.OfListAsync(selection.Search, selection.Filters)];

        return await searched.FewAsync(selection.Search) is { } isHit ? CustomerWalk.ByHits(isHit, selected) : selected;
    }
}

using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Deletes what the same session may have saved before.</summary>
internal static class SessionErasure
{
    private const int BatchSize = 500;

    /// <summary>
    /// YesSql goes on to update what it has saved, also after it was deleted; the second flush would fail, and take all that the
    /// session has not committed with it. So it lets go of the object first, and deletes by its id.
    /// </summary>
    public static void Erase(this ISession session, object item, string? collection = null)
    {
        session.Detach(item, collection);
        session.Delete(item, collection);
    }

    /// <summary>
    /// All versions of content items that Orchard has marked as removed, which keeps their documents. The marks are written first:
    /// they take the items off their indexes and free their keys.
    /// </summary>
    public static async Task EraseItemsAsync(this ISession session, IEnumerable<string> contentItemIds)
    {
        await session.FlushAsync();

        foreach (var ids in contentItemIds.Chunk(BatchSize))
        {
            foreach (var version in await session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId.IsIn(ids)).NoDuplicates().ListAsync())
            {
                session.Erase(version);
            }
        }
    }
}

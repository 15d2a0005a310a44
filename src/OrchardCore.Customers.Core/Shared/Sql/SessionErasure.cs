using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Deletes what the same session may have saved before.</summary>
internal static class SessionErasure
{
    /// <summary>
    /// YesSql goes on to update what it has saved, also after it was deleted; the second flush would fail, and take all that the
    /// session has not committed with it. So it lets go of the object first, and deletes by its id.
    /// </summary>
    public static void Erase(this ISession session, object item, string? collection = null)
    {
        session.Detach(item, collection);
        session.Delete(item, collection);
    }
}

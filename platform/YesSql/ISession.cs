using System.Data.Common;
using YesSql.Indexes;

namespace YesSql;

/// <summary>
/// A unit of work over one connection. It keeps one instance per document, writes at <see cref="FlushAsync"/> (which every
/// query does first) and commits at <see cref="SaveChangesAsync"/>. When a flush or a query fails, the session forgets
/// everything it had, and whatever is saved later is never committed: use a new one.
/// </summary>
public interface ISession : IDisposable, IAsyncDisposable
{
    IStore Store { get; }

    /// <summary>The transaction that the first flush or <see cref="BeginTransactionAsync"/> began; null before and afterwards.</summary>
    DbTransaction CurrentTransaction { get; }

    /// <summary>
    /// Notes an object to be written at the next flush, and gives a new one its id. From then on it is tracked: every
    /// later flush writes it again when it has changed. A check for concurrent changes must be asked for by the first
    /// call for an object within a flush; a later call can't add it.
    /// </summary>
    Task SaveAsync(object obj, bool checkConcurrency = false, string collection = null, CancellationToken cancellationToken = default);

    void Delete(object item, string collection = null);

    void Detach(object item, string collection = null);

    Task<IEnumerable<T>> GetAsync<T>(long[] ids, string collection = null, CancellationToken cancellationToken = default) where T : class;

    IQuery Query(string collection = null);

    /// <summary>Takes back what is not committed and keeps anything further from being committed.</summary>
    Task CancelAsync();

    Task FlushAsync(CancellationToken cancellationToken = default);

    Task SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>The connection of this session, open; it neither flushes nor begins a transaction.</summary>
    Task<DbConnection> CreateConnectionAsync(CancellationToken cancellationToken = default);

    Task<DbTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds indexes that only this session writes, besides those of the store.</summary>
    ISession RegisterIndexes(IIndexProvider[] indexProviders, string collection = null);
}

public static class SessionExtensions
{
    public static async Task<T> GetAsync<T>(this ISession session, long id, string collection = null) where T : class
        => (await session.GetAsync<T>([id], collection)).FirstOrDefault();
}

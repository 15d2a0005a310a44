using OrchardCore.Data;
using YesSql;

namespace OrchardCore.Documents;

/// <summary>
/// A document of which a site has one, for example its roles. Who changes it has a copy of the scope's own; others go on
/// reading the shared one until the change is committed.
/// </summary>
internal sealed class SiteDocument<T>(ISession session, SharedDocument<T> shared, ScopeCommit commit)
    where T : class, new()
{
    private T _loaded;

    /// <summary>Whether this scope has changed the document.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The document to change; the same in this scope each time.</summary>
    public async Task<T> LoadAsync() => _loaded ??= await session.Query<T>().FirstOrDefaultAsync() ?? new T();

    /// <summary>The document to read. It is shared: don't change it.</summary>
    public Task<T> GetAsync() => shared.GetAsync();

    /// <summary>Stores the changes that were made to the loaded document.</summary>
    public async Task UpdateAsync()
    {
        await session.SaveAsync(await LoadAsync(), checkConcurrency: true);

        if (!IsChanged)
        {
            IsChanged = true;
            commit.OnCommitted(() =>
            {
                shared.Forget();

                return Task.CompletedTask;
            });
        }
    }
}

/// <summary>The last committed state of a document, in memory.</summary>
internal sealed class SharedDocument<T>(IStore store)
    where T : class, new()
{
    private readonly Lock _lock = new();
    private Task<T> _document;

    public async Task<T> GetAsync()
    {
        var reading = Read();

        try
        {
            return await reading;
        }
        catch
        {
            Forget();
            throw;
        }
    }

    public void Forget()
    {
        lock (_lock)
        {
            _document = null;
        }
    }

    /// <summary>Within the lock, so that what was read before a commit is not kept after it.</summary>
    private Task<T> Read()
    {
        lock (_lock)
        {
            return _document ??= ReadAsync();
        }
    }

    private async Task<T> ReadAsync()
    {
        await using var session = store.CreateSession(withTracking: false);

        return await session.Query<T>().FirstOrDefaultAsync() ?? new T();
    }
}

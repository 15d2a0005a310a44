using System.Data.Common;
using Microsoft.Extensions.Logging;
using YesSql.Dialects;
using YesSql.Indexes;
using YesSql.Querying;

namespace YesSql.Storage;

internal sealed class Session(Store store, bool withTracking) : ISession
{
    private readonly Dictionary<string, SessionItems> _collections = [];
    private readonly SessionConnection _connection = new(store.Configuration);
    private (IIndexProvider Provider, string Collection)[] _providers = [];
    private bool _isCancelled;
    private bool _isDisposed;
    private bool _isFlushing;
    private int _isBusy;

    public IStore Store => store;

    public IConfiguration Configuration => store.Configuration;

    public DbTransaction CurrentTransaction => _connection.Transaction;

    public string NameOf(Type type) => store.TypeNames[type];

    public async Task SaveAsync(object obj, bool checkConcurrency = false, string collection = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentNullException.ThrowIfNull(obj);
        var items = ItemsOf(collection);

        if (items.Added.Contains(obj) || items.Updated.Contains(obj) || items.Deleted.Contains(obj))
        {
            return;
        }

        if (!items.TryGetId(obj, out var id))
        {
            id = store.Ids.Get(obj);

            if (id <= 0)
            {
                id = await Configuration.IdGenerator.GetNextIdAsync(collection, cancellationToken);
                store.Ids.Set(obj, id);
                items.Know(id, obj);
                items.Added.Add(obj);
                return;
            }

            if (items.HasItem(id))
            {
                throw new InvalidOperationException($"The session has another instance with the id {id}. Change that one.");
            }

            items.Know(id, obj);
        }

        items.Tracked.Remove(obj);
        items.Updated.Add(obj);

        if (checkConcurrency)
        {
            items.Checked.Add(id);
        }
    }

    public void Delete(object item, string collection = null)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var items = ItemsOf(collection);

        if (items.Added.Contains(item))
        {
            items.Detach(item);
            store.Ids.Set(item, 0);
        }
        else
        {
            items.Deleted.Add(item);
        }
    }

    public void Detach(object item, string collection = null)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ItemsOf(collection).Detach(item);
    }

    public IQuery Query(string collection = null) => new Query(this, collection ?? "");

    public async Task<IEnumerable<T>> GetAsync<T>(long[] ids, string collection = null, CancellationToken cancellationToken = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);

        if (ids.Length == 0)
        {
            return [];
        }

        var dialect = Configuration.Dialect();
        var sql = $"select * from {Configuration.DocumentTable(collection)} where {dialect.QuoteForColumnName("Id")} {dialect.InParameter("Ids")}";

        return await ReadAsync(
            async () =>
            {
                var documents = await store.Gate.AskAsync(ids, () => _connection.QueryAsync<Document>(sql, new { Ids = ids }, LogLevel.Trace, cancellationToken));
                var found = documents.ToDictionary(document => document.Id);
                return Materialize<T>(ids.Distinct().Where(found.ContainsKey).Select(id => found[id]), collection);
            },
            cancellationToken);
    }

    public Task<List<TRow>> ListRowsAsync<TRow>(string sql, Dictionary<string, object> parameters, CancellationToken cancellationToken) => ReadAsync(
        () => store.Gate.AskAsync(sql, parameters, () => _connection.QueryAsync<TRow>(sql, parameters, LogLevel.Debug, cancellationToken)),
        cancellationToken);

    public Task<List<T>> ListDocumentsAsync<T>(string sql, Dictionary<string, object> parameters, string collection, CancellationToken cancellationToken) where T : class
        => ReadAsync(
            async () => Materialize<T>(await store.Gate.AskAsync(sql, parameters, () => _connection.QueryAsync<Document>(sql, parameters, LogLevel.Debug, cancellationToken)), collection),
            cancellationToken);

    public Task FlushAsync(CancellationToken cancellationToken = default)
        => _isFlushing ? Task.CompletedTask : DoAsync(() => WriteAsync(cancellationToken));

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => DoAsync(async () =>
    {
        if (!_isCancelled)
        {
            await WriteAsync(cancellationToken);
            await _connection.CommitAsync(cancellationToken);
        }

        _collections.Clear();
        await _connection.CloseAsync();
    });

    public Task CancelAsync()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return DoAsync(AbandonAsync);
    }

    public Task<DbConnection> CreateConnectionAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _connection.OpenAsync(cancellationToken);
    }

    public Task<DbTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _connection.BeginAsync(cancellationToken);
    }

    public ISession RegisterIndexes(IIndexProvider[] indexProviders, string collection = null)
    {
        _providers = [.. _providers, .. indexProviders.Select(provider => (provider, provider.CollectionName ?? collection ?? ""))];
        return this;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _collections.Clear();
        _connection.Close();
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _collections.Clear();
        await _connection.CloseAsync();
    }

    private IndexDescriptor[] Describe(Type type, string collection)
        => [.. store.Describe(type, collection), .. Storage.Store.Describe(type, collection, _providers)];

    /// <summary>Flushes, then reads.</summary>
    private async Task<TResult> ReadAsync<TResult>(Func<Task<TResult>> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        TResult result = default;

        await DoAsync(async () =>
        {
            await WriteAsync(cancellationToken);
            result = await read();
        });

        return result;
    }

    /// <summary>Does what touches the database; if it fails, that is the end of the session's work.</summary>
    private async Task DoAsync(Func<Task> operation)
    {
        if (Configuration.EnableThreadSafetyChecks && Interlocked.Exchange(ref _isBusy, 1) == 1)
        {
            throw new InvalidOperationException("Two operations were started on one session at the same time.");
        }

        try
        {
            await operation();
        }
        catch
        {
            await AbandonAsync();
            throw;
        }
        finally
        {
            Interlocked.Exchange(ref _isBusy, 0);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_isFlushing || !_collections.Values.Any(items => items.HasWork))
        {
            return;
        }

        _isFlushing = true;

        try
        {
            var flush = new Flush(store, _connection, Describe);

            foreach (var (collection, items) in _collections)
            {
                await flush.CollectAsync(items, collection, cancellationToken);
            }

            await flush.SendAsync(cancellationToken);

            foreach (var items in _collections.Values)
            {
                items.Track();
            }
        }
        finally
        {
            _isFlushing = false;
        }
    }

    /// <summary>The objects of documents, which others may have, too; those of another type are left out unless the session has them already.</summary>
    private List<T> Materialize<T>(IEnumerable<Document> documents, string collection) where T : class
    {
        var items = ItemsOf(collection);
        var results = new List<T>();

        foreach (var document in documents)
        {
            if (withTracking && items.TryGetItem(document.Id, out var known))
            {
                results.Add((T)known);
                continue;
            }

            var type = document.Type == NameOf(typeof(T)) ? typeof(T) : store.TypeNames[document.Type];

            if (type.IsAssignableTo(typeof(T)))
            {
                var item = (T)Configuration.ContentSerializer.Deserialize(document.Content, type);
                store.Ids.Set(item, document.Id);
                results.Add(item);

                if (withTracking)
                {
                    items.Know(document.Id, item);
                    items.Know(new Document { Id = document.Id, Type = document.Type, Content = document.Content, Version = document.Version });
                }
            }
        }

        return results;
    }

    private SessionItems ItemsOf(string collection)
    {
        collection ??= "";

        if (!_collections.TryGetValue(collection, out var items))
        {
            _collections[collection] = items = new SessionItems();
        }

        return items;
    }

    /// <summary>Rolls back, forgets everything, and lets nothing further be committed.</summary>
    private Task AbandonAsync()
    {
        _isCancelled = true;
        _collections.Clear();
        return _connection.EndTransactionAsync();
    }
}

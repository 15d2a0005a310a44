using System.Collections.Concurrent;
using Dapper;
using YesSql.Dialects;

namespace YesSql.Services;

/// <summary>Counts on from the greatest id that was stored when the store began.</summary>
internal sealed class DefaultIdGenerator : IIdGenerator
{
    private readonly ConcurrentDictionary<string, long[]> _last = new();

    public Task InitializeAsync(IStore store, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public async Task InitializeCollectionAsync(IConfiguration configuration, string collection, CancellationToken cancellationToken = default)
    {
        await using var connection = await configuration.ConnectAsync(cancellationToken);
        var last = $"SELECT MAX({configuration.SqlDialect.QuoteForColumnName("Id")}) FROM {configuration.DocumentTable(collection)}";
        _last[collection] = [await connection.ExecuteScalarAsync<long?>(last) ?? 0];
    }

    public Task<long> GetNextIdAsync(string collection, CancellationToken cancellationToken = default)
        => _last.TryGetValue(collection ?? "", out var last)
            ? Task.FromResult(Interlocked.Increment(ref last[0]))
            : throw new InvalidOperationException($"The collection '{collection}' was not initialized");
}

using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using YesSql.Dialects;

namespace YesSql.Services;

/// <summary>Leases ids in blocks from the table Identifiers, on a connection of its own.</summary>
internal sealed class BlockIdGenerator(int blockSize) : IIdGenerator
{
    private const string TableName = "Identifiers";

    private readonly ConcurrentDictionary<string, Block> _blocks = new();
    private IConfiguration _configuration;

    public Task InitializeAsync(IStore store, CancellationToken cancellationToken = default)
    {
        _configuration = store.Configuration;
        return _configuration.TryCreateAsync(
            builder => builder.CreateTableAsync(TableName, table => table
                .Column<string>("dimension", column => column.PrimaryKey().NotNull())
                .Column<long>("nextval")),
            cancellationToken);
    }

    public async Task InitializeCollectionAsync(IConfiguration configuration, string collection, CancellationToken cancellationToken = default)
    {
        await using var connection = await configuration.ConnectAsync(cancellationToken);
        _blocks[collection] = new Block();

        try
        {
            await connection.ExecuteAsync($"INSERT INTO {Table} ({Dimension}, {Next}) VALUES (@collection, 1)", new { collection });
        }
        catch (DbException)
        {
            // it is there already
        }
    }

    public async Task<long> GetNextIdAsync(string collection, CancellationToken cancellationToken = default)
    {
        if (!_blocks.TryGetValue(collection ?? "", out var block))
        {
            throw new InvalidOperationException($"The collection '{collection}' was not initialized");
        }

        await block.Turn.WaitAsync(cancellationToken);

        try
        {
            if (block.Next == block.End)
            {
                block.Next = await LeaseAsync(collection ?? "", cancellationToken);
                block.End = block.Next + blockSize;
            }

            return block.Next++;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private string Table => _configuration.Table(TableName);

    private string Dimension => _configuration.SqlDialect.QuoteForColumnName("dimension");

    private string Next => _configuration.SqlDialect.QuoteForColumnName("nextval");

    private async Task<long> LeaseAsync(string collection, CancellationToken cancellationToken)
    {
        await using var connection = await _configuration.ConnectAsync(cancellationToken);

        while (true)
        {
            var start = await connection.ExecuteScalarAsync<long>($"SELECT {Next} FROM {Table} WHERE {Dimension} = @collection", new { collection });
            var update = $"UPDATE {Table} SET {Next} = @end WHERE {Next} = @start AND {Dimension} = @collection";

            if (await connection.ExecuteAsync(update, new { start, end = start + blockSize, collection }) == 1)
            {
                return start;
            }
        }
    }

    private sealed class Block
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long Next { get; set; }

        public long End { get; set; }
    }
}

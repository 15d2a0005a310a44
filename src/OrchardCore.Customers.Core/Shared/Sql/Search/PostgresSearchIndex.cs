using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.Extensions.Logging;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>
/// An index of PostgreSQL's <c>pg_trgm</c> on <see cref="CustomerIndex.Words"/>, which PostgreSQL keeps in step itself and
/// takes <c>like '%…%'</c> to by itself. Where the extension can't be had, customers are read.
/// </summary>
internal sealed class PostgresSearchIndex(ISession session, SearchIndexState state, ILogger<PostgresSearchIndex> logger) : ICustomerSearchIndex
{
    private readonly SearchTables _tables = new(session.Store.Configuration);

    public async Task<int?> CountAsync(SearchedTexts texts, int most)
    {
        if (!await state.KnowsAsync(async () => await IsReadyAsync(await session.CreateConnectionAsync(), session.CurrentTransaction)))
        {
            return null;
        }

        var (parameters, conditions) = (new List<(string, object)> { ("@most", most + 1) }, new List<string>());

        foreach (var any in texts.All)
        {
            var alternatives = new List<string>(any.Length);

            foreach (var text in any)
            {
                var name = $"@text{parameters.Count}";
                alternatives.Add($"{_tables.Words} like {name}");
                parameters.Add((name, $"%{text}%"));
            }

            conditions.Add($"({string.Join(" or ", alternatives)})");
        }

        return (int)SearchSql.ToNumber(await session.ScalarAsync(
            $"select count(*) from (select 1 from {_tables.Customers} where {string.Join(" and ", conditions)} limit @most) hits",
            [.. parameters]));
    }

    public Expression<Func<CustomerIndex, bool>>? IsHit(SearchedTexts texts, SearchHitUse use) => null;

    /// <summary>On a connection of its own, since an index that nobody has to wait for can't be made in a transaction.</summary>
    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        await using var connection = session.Store.Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync(cancellationToken);

        if (!await IsReadyAsync(connection, null))
        {
            await PostgresSearchSchema.TryBuildAsync(connection, _tables, Say);
            state.Forget();
        }
    }

    /// <summary>PostgreSQL's own vacuum does that.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task ResetAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        state.Forget();
        await transaction.Connection!.ExecuteAsync(transaction, PostgresSearchSchema.Drop(_tables));
    }

    private Task<bool> IsReadyAsync(DbConnection connection, DbTransaction? transaction) => PostgresSearchSchema.IsReadyAsync(connection, transaction, _tables);

    private void Say(Exception? exception)
    {
        if (!state.IsSaid)
        {
            state.IsSaid = true;
            logger.LogWarning(exception, "PostgreSQL's extension pg_trgm can't be used: searches read all customers. Somebody with the right to may run: create extension pg_trgm");
        }
    }
}

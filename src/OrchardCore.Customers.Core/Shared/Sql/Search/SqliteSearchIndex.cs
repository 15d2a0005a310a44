using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.Extensions.Logging;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>
/// SQLite's FTS5 with trigrams. It has no copy of the texts; triggers on the table of <see cref="CustomerIndex"/> keep it in
/// step, in the same transaction, whoever writes there. <c>FilledTo</c> is the document up to which it is filled: the
/// triggers leave those after it to the filling, so that it can be interrupted anywhere. What is deleted leaves marks in
/// the index's segments until they are merged.
/// </summary>
internal sealed class SqliteSearchIndex(ISession session, SearchIndexState state, ILogger<SqliteSearchIndex> logger) : ICustomerSearchIndex
{
    /// <summary>Filled at once, so that those who save meanwhile wait a moment only.</summary>
    private const int FillSize = 1_000;

    /// <summary>Pages of the index that are merged at once.</summary>
    private const int MergeSize = 200;

    /// <summary>A day, in seconds.</summary>
    private const int TidyEvery = 24 * 60 * 60;

    private const string Now = "cast(strftime('%s', 'now') as integer)";

    /// <summary>Between two steps, for those who wait to save.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SearchTables _tables = new(session.Store.Configuration);

    private string Index => _tables.Own(SqliteSearchSchema.Index);

    private string State => _tables.Own(SqliteSearchSchema.State);

    public async Task<int?> CountAsync(SearchedTexts texts, int most)
    {
        if (!await ExistsAsync())
        {
            return null;
        }

        // One statement: another process may be emptying the index.
        var count = SearchSql.ToNumber(await session.ScalarAsync(
            $"""
            select case when (select FilledTo from {State}) < {long.MaxValue} then -1
            else (select count(*) from (select 1 from {Index} where {Index} match @match limit @most)) end
            """,
            ("@match", Match(texts)),
            ("@most", most + 1)));

        return count < 0 ? null : (int)count;
    }

    public Expression<Func<CustomerIndex, bool>> IsHit(SearchedTexts texts, SearchHitUse use) => SearchHits.Condition(Index, Match(texts), use);

    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync())
        {
            return;
        }

        await using var connection = await OpenAsync(cancellationToken);

        while (!cancellationToken.IsCancellationRequested && await FillAsync(connection))
        {
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync())
        {
            return;
        }

        await using var connection = await OpenAsync(cancellationToken);
        var due = await connection.ScalarAsync(null, $"select Removed from {State} where Removed > 0 and TidiedUtc <= {Now} - {TidyEvery}");

        if (due is null)
        {
            return;
        }

        var removed = SearchSql.ToNumber(due);

        // A negative number begins a merge of all segments into one, positive ones go on with it.
        for (var size = -MergeSize; await MergeAsync(connection, size); size = MergeSize)
        {
            await Task.Delay(Pause, CancellationToken.None);

            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }

        await connection.ExecuteAsync(null, $"update {State} set Removed = max(0, Removed - @removed), TidiedUtc = {Now}", ("@removed", removed));
    }

    public async Task ResetAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        var connection = transaction.Connection!;

        if (!await state.KnowsAsync(() => ExistsAsync(connection, transaction)))
        {
            state.Forget();
            await SqliteSearchSchema.TryCreateAsync(connection, transaction, _tables, isFilled: false, logger);
            return;
        }

        await connection.ExecuteAsync(transaction, $"insert into {Index}({Index}) values('delete-all'); update {State} set FilledTo = -1, Removed = 0");
    }

    /// <summary>The next customers of those who are not in the index yet, in a transaction that nobody writes beside.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> FillAsync(DbConnection connection)
    {
        if (await FilledToAsync(connection, null) == long.MaxValue)
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        var from = await FilledToAsync(connection, transaction);
        var next = $"from {_tables.Customers} where {_tables.DocumentId} > @from order by {_tables.DocumentId} limit {FillSize}";
        var to = await connection.ScalarAsync(transaction, $"select max(Id) from (select {_tables.DocumentId} Id {next})", ("@from", from)) is { } last ? SearchSql.ToNumber(last) : long.MaxValue;

        await connection.ExecuteAsync(transaction, $"insert into {Index}(rowid, Words) select {_tables.DocumentId}, {_tables.Words} {next}", ("@from", from));
        await connection.ExecuteAsync(transaction, $"update {State} set FilledTo = @to", ("@to", to));
        await transaction.CommitAsync();

        return to < long.MaxValue;
    }

    private async Task<long> FilledToAsync(DbConnection connection, DbTransaction? transaction)
        => SearchSql.ToNumber(await connection.ScalarAsync(transaction, $"select FilledTo from {State}"));

    /// <returns>Whether anything was left to merge, which SQLite tells by the rows it wrote.</returns>
    private async Task<bool> MergeAsync(DbConnection connection, int size)
    {
        var before = await ChangesAsync(connection);
        await connection.ExecuteAsync(null, $"insert into {Index}({Index}, rank) values('merge', @size)", ("@size", size));

        return await ChangesAsync(connection) - before > 1;
    }

    private static async Task<long> ChangesAsync(DbConnection connection) => SearchSql.ToNumber(await connection.ScalarAsync(null, "select total_changes()"));

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = session.Store.Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync(cancellationToken);

        return connection;
    }

    private Task<bool> ExistsAsync() => state.KnowsAsync(async () => await ExistsAsync(await session.CreateConnectionAsync(), session.CurrentTransaction));

    private async Task<bool> ExistsAsync(DbConnection connection, DbTransaction? transaction)
        => await connection.ScalarAsync(transaction, "select 1 from sqlite_master where name = @name", ("@name", _tables.Unquoted(SqliteSearchSchema.State))) is not null;

    /// <summary>Each text in quotes is a phrase: its trigrams one after the other, which is the text itself.</summary>
    private static string Match(SearchedTexts texts)
        => string.Join(" AND ", texts.All.Select(any => $"({string.Join(" OR ", any.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})"));
}

using System.Data.Common;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>The index of <see cref="PostgresSearchIndex"/> and the extension it needs.</summary>
internal static class PostgresSearchSchema
{
    private const string Index = "IDX_CustomerIndex_Words";

    private const string Savepoint = "CustomerSearchSchema";

    /// <summary>What was written lately stands in a list that every search reads; so it is a short one (in kB).</summary>
    private const string Options = "fastupdate = on, gin_pending_list_limit = 1024";

    /// <summary>Makes the index of an empty table, as part of a transaction.</summary>
    public static async Task TryCreateAsync(DbConnection connection, DbTransaction transaction, SearchTables tables)
    {
        await transaction.SaveAsync(Savepoint);

        try
        {
            if (await OperatorsAsync(connection, transaction) is { } operators)
            {
                await connection.ExecuteAsync(transaction, Create(tables, operators, ""));
            }

            await transaction.ReleaseAsync(Savepoint);
        }
        catch (DbException)
        {
            // It is tried again in the background, and said there.
            await transaction.RollbackAsync(Savepoint);
        }
    }

    /// <summary>Makes the index beside those who read and write; one that was interrupted is begun anew.</summary>
    /// <param name="say">Told why it can't be made.</param>
    public static async Task TryBuildAsync(DbConnection connection, SearchTables tables, Action<DbException?> say)
    {
        // Of several nodes one does it. The lock goes with the connection.
        var key = Index + tables.Customers;

        if (await connection.ScalarAsync(null, "select pg_try_advisory_lock(hashtext(@key))", ("@key", key)) is not true)
        {
            return;
        }

        try
        {
            if (await OperatorsAsync(connection, null) is { } operators)
            {
                await connection.ExecuteAsync(null, Drop(tables));
                await connection.ExecuteLongAsync(Create(tables, operators, "concurrently"));
            }
            else
            {
                say(null);
            }
        }
        catch (DbException exception)
        {
            say(exception);
        }
        finally
        {
            await connection.ScalarAsync(null, "select pg_advisory_unlock(hashtext(@key))", ("@key", key));
        }
    }

    public static string Drop(SearchTables tables) => $"drop index if exists {tables.InSchema(Index)}";

    public static async Task<bool> IsReadyAsync(DbConnection connection, DbTransaction? transaction, SearchTables tables)
        => await connection.ScalarAsync(transaction, "select 1 from pg_index where indexrelid = to_regclass(@name) and indisvalid", ("@name", tables.InSchema(Index))) is not null;

    private static string Create(SearchTables tables, string operators, string how)
        => $"create index {how} {tables.Own(Index)} on {tables.Customers} using gin ({tables.Words} {operators}) with ({Options})";

    /// <summary>The operators for trigrams, with their schema: the extension may stand in another one than the site's tables.</summary>
    private static async Task<string?> OperatorsAsync(DbConnection connection, DbTransaction? transaction)
    {
        if (await FindOperatorsAsync(connection, transaction) is { } known)
        {
            return known;
        }

        if (await connection.ScalarAsync(transaction, "select 1 from pg_available_extensions where name = 'pg_trgm'") is null)
        {
            return null;
        }

        await connection.ExecuteAsync(transaction, "create extension if not exists pg_trgm");

        return await FindOperatorsAsync(connection, transaction);
    }

    private static async Task<string?> FindOperatorsAsync(DbConnection connection, DbTransaction? transaction)
        => await connection.ScalarAsync(
            transaction,
            "select quote_ident(n.nspname) || '.gin_trgm_ops' from pg_opclass o join pg_namespace n on n.oid = o.opcnamespace where o.opcname = 'gin_trgm_ops'") as string;
}

using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>The tables and triggers of <see cref="SqliteSearchIndex"/>.</summary>
internal static class SqliteSearchSchema
{
    public const string Index = "CustomerSearch";

    public const string State = "CustomerSearchState";

    private const string Savepoint = "CustomerSearchSchema";

    /// <summary>Makes them, unless this SQLite has no such index: then customers are read, and nothing is left half made.</summary>
    public static async Task TryCreateAsync(DbConnection connection, DbTransaction transaction, SearchTables tables, bool isFilled, ILogger logger)
    {
        await transaction.SaveAsync(Savepoint);

        try
        {
            await connection.ExecuteAsync(transaction, Sql(tables, isFilled));
            await transaction.ReleaseAsync(Savepoint);
        }
        catch (DbException exception)
        {
            await transaction.RollbackAsync(Savepoint);
            logger.LogWarning(exception, "This SQLite has no full-text index with trigrams (FTS5, 3.34 or later): searches read all customers");
        }
    }

    private static string Sql(SearchTables tables, bool isFilled)
    {
        var (index, state, words, id) = (tables.Own(Index), tables.Own(State), tables.Words, tables.DocumentId);
        var filledTo = $"(select FilledTo from {state})";

        return $"""
            create virtual table {index} using fts5(Words, content='', columnsize=0, tokenize='trigram case_sensitive 1');
            create table {state} (FilledTo integer not null, Removed integer not null, TidiedUtc integer not null);
            insert into {state} values({(isFilled ? long.MaxValue : -1)}, 0, 0);
            create trigger {tables.Own(Index + "_Inserted")} after insert on {tables.Customers} when new.{id} <= {filledTo} begin
                insert into {index}(rowid, Words) values(new.{id}, new.{words});
            end;
            create trigger {tables.Own(Index + "_Deleted")} after delete on {tables.Customers} when old.{id} <= {filledTo} begin
                insert into {index}({index}, rowid, Words) values('delete', old.{id}, old.{words});
                update {state} set Removed = Removed + 1;
            end;
            create trigger {tables.Own(Index + "_Updated")} after update of {id}, {words} on {tables.Customers} begin
                insert into {index}({index}, rowid, Words) select 'delete', old.{id}, old.{words} where old.{id} <= {filledTo};
                insert into {index}(rowid, Words) select new.{id}, new.{words} where new.{id} <= {filledTo};
                update {state} set Removed = Removed + 1;
            end;
            """;
    }
}

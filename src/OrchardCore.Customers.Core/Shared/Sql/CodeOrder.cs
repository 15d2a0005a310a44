using YesSql.Sql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// Text columns that are compared by their characters' codes. What stands in them is folded by us, so no language is needed;
/// and one index then serves their order and the search for a beginning. SQLite's do so anyway; PostgreSQL compares by the
/// language of the database unless it is told.
/// </summary>
public static class CodeOrder
{
    /// <summary>Makes columns of a new index table such ones, before it gets indexes.</summary>
    /// <param name="schema">The schema of the site's tables; <see langword="null"/> for the default one.</param>
    public static async Task CompareByCodeAsync<TIndex>(this ISchemaBuilder builder, string? schema, params (string Name, int Length)[] columns)
    {
        if (builder.Dialect.Name != "PostgreSql" || columns.Length == 0)
        {
            return;
        }

        var table = builder.Dialect.QuoteForTableName(builder.TablePrefix + builder.TableNameConvention.GetIndexTable(typeof(TIndex)), schema);
        var alterations = columns.Select(column => FormattableString.Invariant($"alter column {builder.Dialect.QuoteForColumnName(column.Name)} type varchar({column.Length}) collate \"C\""));

        await using var command = builder.Connection.CreateCommand();
        command.Transaction = builder.Transaction;
        command.CommandText = $"alter table {table} {string.Join(", ", alterations)}";
        await command.ExecuteNonQueryAsync();
    }
}

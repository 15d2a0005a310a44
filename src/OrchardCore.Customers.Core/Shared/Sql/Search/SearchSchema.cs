using Microsoft.Extensions.Logging;
using YesSql.Sql;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>What a migration does about the index: little, since a million customers are filled into it in the background.</summary>
internal static class SearchSchema
{
    /// <param name="schema">The schema of the site's tables; <see langword="null"/> for the default one.</param>
    public static async Task CreateSearchIndexAsync(this ISchemaBuilder builder, string? schema, ILogger logger)
    {
        var tables = new SearchTables(builder, schema);
        var isEmpty = await builder.Connection.ScalarAsync(builder.Transaction, $"select 1 from {tables.Customers} limit 1") is null;

        switch (builder.Dialect.Name)
        {
            case "Sqlite":
                await SqliteSearchSchema.TryCreateAsync(builder.Connection, builder.Transaction, tables, isFilled: isEmpty, logger);
                break;
            case "PostgreSql" when isEmpty:
                await PostgresSearchSchema.TryCreateAsync(builder.Connection, builder.Transaction, tables);
                break;
        }
    }
}

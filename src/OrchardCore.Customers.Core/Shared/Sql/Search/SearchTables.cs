using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Logging;
using YesSql;
using YesSql.Sql;

namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>Where the index stands among the tables of a site, quoted for SQL.</summary>
internal sealed class SearchTables(ISqlDialect dialect, ITableNameConvention names, string prefix, string? schema)
{
    public SearchTables(IConfiguration configuration)
        : this(configuration.SqlDialect, configuration.TableNameConvention, configuration.TablePrefix, configuration.Schema)
    {
    }

    public SearchTables(ISchemaBuilder builder, string? schema)
        : this(builder.Dialect, builder.TableNameConvention, builder.TablePrefix, schema)
    {
    }

    /// <summary>The table of <see cref="CustomerIndex"/>.</summary>
    public string Customers { get; } = dialect.QuoteForTableName(prefix + names.GetIndexTable(typeof(CustomerIndex)), schema);

    public string Words { get; } = dialect.QuoteForColumnName(nameof(CustomerIndex.Words));

    public string DocumentId { get; } = dialect.QuoteForColumnName(nameof(CustomerIndex.DocumentId));

    /// <summary>Names of our own, with the site's prefix but without the schema, where an object has the schema of its table.</summary>
    public string Own(string name) => dialect.QuoteForColumnName(prefix + name);

    public string InSchema(string name) => dialect.QuoteForTableName(prefix + name, schema);

    /// <summary>The same without quotes, for what the database keeps of its objects.</summary>
    public string Unquoted(string name) => prefix + name;
}

/// <summary>Statements beside YesSql's.</summary>
internal static class SearchSql
{
    public static async Task<object?> ScalarAsync(this ISession session, string sql, params (string Name, object Value)[] parameters)
    {
        // What is pending counts as well.
        await session.FlushAsync();
        var connection = await session.CreateConnectionAsync();
        session.Store.Configuration.Logger.LogTrace("{Statement}", sql);

        return await connection.ScalarAsync(session.CurrentTransaction, sql, parameters);
    }

    public static async Task<object?> ScalarAsync(this DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.Command(transaction, sql, parameters);

        return await command.ExecuteScalarAsync() is var value and not DBNull ? value : null;
    }

    public static async Task ExecuteAsync(this DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.Command(transaction, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>However long it takes.</summary>
    public static async Task ExecuteLongAsync(this DbConnection connection, string sql)
    {
        await using var command = connection.Command(null, sql, []);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public static long ToNumber(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static DbCommand Command(this DbConnection connection, DbTransaction? transaction, string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The names of tables are the site's, values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100

        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

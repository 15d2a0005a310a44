using System.Data.Common;
using Microsoft.Extensions.Logging;
using YesSql.Sql;

namespace YesSql.Dialects;

/// <summary>What follows from a configuration: full names, quoted, and connections.</summary>
internal static class ConfigurationHelpers
{
    public static Dialect Dialect(this IConfiguration configuration) => (Dialect)configuration.SqlDialect;

    public static string Table(this IConfiguration configuration, string name)
        => configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + name, configuration.Schema);

    public static string DocumentTable(this IConfiguration configuration, string collection)
        => configuration.Table(configuration.TableNameConvention.GetDocumentTable(collection));

    public static string IndexTable(this IConfiguration configuration, Type indexType, string collection)
        => configuration.Table(configuration.TableNameConvention.GetIndexTable(indexType, collection));

    public static void LogSql(this IConfiguration configuration, string sql, LogLevel level = LogLevel.Trace)
        => configuration.Logger.Log(level, "{Sql}", sql);

    public static async Task<DbConnection> ConnectAsync(this IConfiguration configuration, CancellationToken cancellationToken)
    {
        var connection = configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Makes tables, or leaves it when the database refuses: they are there already, and if not, their users will say so.</summary>
    public static async Task TryCreateAsync(this IConfiguration configuration, Func<ISchemaBuilder, Task> create, CancellationToken cancellationToken)
    {
        await using var connection = await configuration.ConnectAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(configuration.IsolationLevel, cancellationToken);

        try
        {
            await create(new SchemaBuilder(configuration, transaction));
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            configuration.Logger.LogDebug(exception, "Tables that a store needs were not made, most likely because they exist.");
        }
    }
}

using System.Data.Common;
using YesSql;
using YesSql.Indexes;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// What the database has of a customer, past the session, which holds one instance of each document: the one that is being
/// changed.
/// </summary>
internal static class StoredContent
{
    /// <summary>The latest version of a customer as JSON, as this session's transaction sees it; <see langword="null"/> when there is none.</summary>
    public static Task<string?> ReadCustomerAsync(this ISession session, string contentItemId) => session.ReadAsync<CustomerIndex>(contentItemId);

    /// <summary>The same of any content that has an index with its <c>ContentItemId</c>.</summary>
    public static async Task<string?> ReadAsync<TIndex>(this ISession session, string contentItemId) where TIndex : MapIndex
    {
        var configuration = session.Store.Configuration;
        var documents = configuration.Table(configuration.TableNameConvention.GetDocumentTable(""));
        var dialect = configuration.SqlDialect;
        await using var command = await session.CommandAsync(contentItemId);
        command.CommandText = $"""
            select d.{dialect.QuoteForColumnName("Content")}
            from {documents} d inner join {configuration.IndexTable<TIndex>()} i on i.{dialect.QuoteForColumnName("DocumentId")} = d.{dialect.QuoteForColumnName("Id")}
            where i.{dialect.QuoteForColumnName(nameof(CustomerIndex.ContentItemId))} = @id
            """;

        return await command.ExecuteScalarAsync() as string;
    }

    /// <summary>
    /// Keeps a customer from being deleted until this session's transaction ends, where a database has several writers:
    /// who deletes it waits, and finds what was added.
    /// </summary>
    /// <returns>Whether it is still there. A save at the same moment replaces its row; so a missing one is looked for twice.</returns>
    public static async Task<bool> HoldCustomerAsync(this ISession session, string contentItemId)
        => await session.TryHoldCustomerAsync(contentItemId) || await session.TryHoldCustomerAsync(contentItemId);

    private static async Task<bool> TryHoldCustomerAsync(this ISession session, string contentItemId)
    {
        var configuration = session.Store.Configuration;
        var hold = configuration.SqlDialect.Name == "PostgreSql" ? " for key share" : "";
        await using var command = await session.CommandAsync(contentItemId);
        command.CommandText = $"select 1 from {configuration.Customers()} where {configuration.SqlDialect.QuoteForColumnName(nameof(CustomerIndex.ContentItemId))} = @id{hold}";

        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task<DbCommand> CommandAsync(this ISession session, string contentItemId)
    {
        var connection = await session.CreateConnectionAsync();
        var command = connection.CreateCommand();
        command.Transaction = session.CurrentTransaction;

        var id = command.CreateParameter();
        id.ParameterName = "@id";
        id.Value = contentItemId;
        command.Parameters.Add(id);

        return command;
    }

    private static string Customers(this IConfiguration configuration) => configuration.IndexTable<CustomerIndex>();

    private static string IndexTable<TIndex>(this IConfiguration configuration) => configuration.Table(configuration.TableNameConvention.GetIndexTable(typeof(TIndex)));

    private static string Table(this IConfiguration configuration, string name)
        => configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + name, configuration.Schema);
}

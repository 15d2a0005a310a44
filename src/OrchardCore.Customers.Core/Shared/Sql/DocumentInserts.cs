using System.Data.Common;
using System.Globalization;
using OrchardCore.Data;
using YesSql;
using YesSql.Indexes;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// Writes new documents that a session is about to save, with their index rows, by statements that are prepared once and
/// filled anew; YesSql makes each of its statements anew, which takes most of the time of a flush. The rows are those of
/// YesSql: its serializer, its maps, its names and conversions, in the transaction of the session.
/// </summary>
internal sealed class DocumentInserts(ISession session, IEnumerable<IScopedIndexProvider> scopedProviders)
{
    private static readonly string[] Columns = ["Id", "Type", "Content", "Version"];

    private readonly IStore _store = session.Store;

    /// <summary>
    /// Writes documents and lets the session go of them, so that it does not write them, too. Those of a type that an index
    /// groups are left to the session, and so are those that it has written already, since somebody queried it meanwhile.
    /// </summary>
    /// <param name="documents">All of one type, saved in the session, with the ids it gave them.</param>
    public async Task WriteAsync<T>(IReadOnlyList<(long Id, T Document)> documents, string collection = "") where T : class
    {
        var indexes = documents.Count == 0 ? [] : Describe<T>(collection);

        if (documents.Count == 0 || indexes.Any(index => index.Reduce is not null))
        {
            return;
        }

        var connection = await session.CreateConnectionAsync();
        var transaction = await session.BeginTransactionAsync();
        await using var inserts = new RowInserts(connection, transaction, _store.Configuration.SqlDialect);
        var table = Table(_store.Configuration.TableNameConvention.GetDocumentTable(collection));
        var written = await FindAsync(connection, transaction, table, documents.Select(pair => pair.Id));
        var unwritten = documents.Where(pair => !written.Contains(pair.Id)).ToList();
        var type = _store.TypeNames[typeof(T)];

        foreach (var (id, document) in unwritten)
        {
            await inserts.AddAsync(table, Columns, [id, type, _store.Configuration.ContentSerializer.Serialize(document), 1L]);
        }

        // The database may hold index rows to documents that are there.
        await inserts.SendAsync();

        foreach (var (id, document) in unwritten)
        {
            foreach (var index in indexes.Where(index => index.Filter?.Invoke(document) != false))
            {
                foreach (var row in (await index.Map(document, CancellationToken.None) ?? []).Where(row => row is not null))
                {
                    await AddAsync(inserts, row, id, collection);
                }
            }

            session.Detach(document, collection);
        }

        await inserts.SendAsync();
    }

    private List<IndexDescriptor> Describe<T>(string collection)
    {
        var scoped = new DescribeContext<T>();

        foreach (var provider in scopedProviders.Where(provider => provider.ForType().IsAssignableFrom(typeof(T)) && string.Equals(provider.CollectionName ?? "", collection, StringComparison.OrdinalIgnoreCase)))
        {
            provider.Describe(scoped);
        }

        return [.. _store.Describe(typeof(T), collection), .. scoped.Describe(typeof(T))];
    }

    private Task AddAsync(RowInserts inserts, IIndex row, long documentId, string collection)
    {
        var columns = IndexColumns.Of(row.GetType());
        var values = new object?[columns.Names.Length];

        for (var column = 0; column < columns.Properties.Length; column++)
        {
            values[column] = _store.Configuration.SqlDialect.TryConvert(columns.Properties[column].GetValue(row));
        }

        values[^1] = documentId;

        return inserts.AddAsync(Table(_store.Configuration.TableNameConvention.GetIndexTable(row.GetType(), collection)), columns.Names, values);
    }

    private string Table(string name) => _store.Configuration.SqlDialect.QuoteForTableName(_store.Configuration.TablePrefix + name, _store.Configuration.Schema);

    /// <summary>Which of these documents are there.</summary>
    private async Task<HashSet<long>> FindAsync(DbConnection connection, DbTransaction transaction, string table, IEnumerable<long> ids)
    {
        var id = _store.Configuration.SqlDialect.QuoteForColumnName("Id");
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"select {id} from {table} where {id} in ({string.Join(", ", ids)})");
        await using var reader = await command.ExecuteReaderAsync();
        var found = new HashSet<long>();

        while (await reader.ReadAsync())
        {
            found.Add(reader.GetInt64(0));
        }

        return found;
    }
}

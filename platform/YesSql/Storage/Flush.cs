using System.Globalization;
using Microsoft.Extensions.Logging;
using YesSql.Dialects;
using YesSql.Indexes;

namespace YesSql.Storage;

/// <summary>Turns what a session has to write into statements, and sends them in pages.</summary>
internal sealed class Flush(Store store, SessionConnection connection, Func<Type, string, IndexDescriptor[]> describe)
{
    private readonly IConfiguration _configuration = store.Configuration;
    private readonly List<Statement> _statements = [];

    public async Task CollectAsync(SessionItems items, string collection, CancellationToken cancellationToken)
    {
        foreach (var item in items.Tracked.Where(item => !items.Deleted.Contains(item)))
        {
            await UpdateAsync(items, item, onlyIfChanged: true, collection, cancellationToken);
        }

        foreach (var item in items.Updated.Where(item => !items.Deleted.Contains(item)))
        {
            await UpdateAsync(items, item, onlyIfChanged: false, collection, cancellationToken);
        }

        foreach (var item in items.Added)
        {
            await InsertAsync(items, item, collection, cancellationToken);
        }

        foreach (var item in items.Deleted)
        {
            await DeleteAsync(items, item, collection, cancellationToken);
        }
    }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await connection.BeginAsync(cancellationToken);
        var page = new List<Statement>();

        foreach (var statement in _statements.OrderBy(statement => statement.Step))
        {
            if (statement.MustChange is not null || page.Count == _configuration.CommandsPageSize)
            {
                await connection.SendAsync(page, cancellationToken);
                page.Clear();
            }

            if (statement.MustChange is null)
            {
                page.Add(statement.Numbered(page.Count));
            }
            else if (await connection.SendAsync([statement], cancellationToken) != 1)
            {
                throw new ConcurrencyException(statement.MustChange);
            }
        }

        await connection.SendAsync(page, cancellationToken);
    }

    private async Task InsertAsync(SessionItems items, object item, string collection, CancellationToken cancellationToken)
    {
        ThrowIfNoDocument(item);

        if (!items.TryGetId(item, out var id))
        {
            throw new InvalidOperationException("The object to save is no longer known: did its hash code change?");
        }

        store.Versions.Set(item, 1);
        var (type, content) = (store.TypeNames[item.GetType()], _configuration.ContentSerializer.Serialize(item));
        items.Know(new Document { Id = id, Type = type, Content = content, Version = 1 });
        _statements.Add(new Statement(
            Step.InsertDocuments,
            $"insert into {_configuration.DocumentTable(collection)} ({Name("Id")}, {Name("Type")}, {Name("Content")}, {Name("Version")}) values (@Id, @Type, @Content, @Version)",
            [("Id", id), ("Type", type), ("Content", content), ("Version", 1)]));
        await InsertRowsAsync(describe(item.GetType(), collection), item, id, collection, cancellationToken);
    }

    private async Task UpdateAsync(SessionItems items, object item, bool onlyIfChanged, string collection, CancellationToken cancellationToken)
    {
        ThrowIfNoDocument(item);

        if (!items.TryGetId(item, out var id))
        {
            throw new InvalidOperationException("The object to update was not found in the session: was it deleted before?");
        }

        if (!items.TryGetDocument(id, out var document))
        {
            document = await ReadAsync(id, collection, cancellationToken)
                ?? throw new InvalidOperationException($"There is no document with the id {id} to update.");
        }

        if (onlyIfChanged && document.Content == _configuration.ContentSerializer.Serialize(item))
        {
            return;
        }

        var expectedVersion = RaiseVersion(items, item, document);
        var indexes = DeleteRows(document, item.GetType(), collection);
        await InsertRowsAsync(indexes, item, id, collection, cancellationToken);

        document.Content = _configuration.ContentSerializer.Serialize(item);
        var condition = expectedVersion is null ? "" : string.Create(CultureInfo.InvariantCulture, $" and {Name("Version")} = {expectedVersion}");
        _statements.Add(new Statement(
            Step.InsertRowsAndUpdateDocuments,
            $"update {_configuration.DocumentTable(collection)} set {Name("Content")} = @Content, {Name("Version")} = @Version where {Name("Id")} = @Id{condition}",
            [("Content", document.Content), ("Version", document.Version), ("Id", id)],
            MustChange: expectedVersion is null ? null : document));
    }

    private async Task DeleteAsync(SessionItems items, object item, string collection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);

        if (!items.TryGetId(item, out var id))
        {
            id = store.Ids.Exists(item)
                ? store.Ids.Get(item)
                : throw new InvalidOperationException("An object without an Id can be deleted only by the session that has it.");
        }

        if (await ReadAsync(id, collection, cancellationToken) is { } document)
        {
            items.Forget(item);
            DeleteRows(document, item.GetType(), collection);
            _statements.Add(new Statement(Step.DeleteDocuments, $"delete from {_configuration.DocumentTable(collection)} where {Name("Id")} = @Id", [("Id", id)]));
        }
    }

    /// <summary>Deletes from the indexes that the stored document is in, and returns all that one of its type can be in.</summary>
    private IndexDescriptor[] DeleteRows(Document document, Type type, string collection)
    {
        var indexes = describe(type, collection);
        var stored = indexes.Length == 0 ? null : _configuration.ContentSerializer.Deserialize(document.Content, type);

        foreach (var index in indexes.Where(index => index.Filter?.Invoke(stored) != false))
        {
            var table = _configuration.IndexTable(index.IndexType, collection);
            _statements.Add(new Statement(Step.DeleteRows, $"delete from {table} where {Name("DocumentId")} = @Id", [("Id", document.Id)]));
        }

        return indexes;
    }

    private async Task InsertRowsAsync(IndexDescriptor[] indexes, object item, long id, string collection, CancellationToken cancellationToken)
    {
        foreach (var index in indexes.Where(index => index.Filter?.Invoke(item) != false))
        {
            foreach (var row in (await index.Map(item, cancellationToken) ?? []).Where(row => row is not null))
            {
                var values = IndexColumns.Read(row, id, _configuration.Dialect());
                _statements.Add(new Statement(
                    Step.InsertRowsAndUpdateDocuments,
                    $"insert into {_configuration.IndexTable(row.GetType(), collection)} ({string.Join(", ", values.Select(value => Name(value.Name)))}) "
                        + $"values ({string.Join(", ", values.Select(value => "@" + value.Name))}){_configuration.Dialect().ReturnId}",
                    values));
            }
        }
    }

    /// <summary>The version that a checked update expects, and null for others; a Version property knows it best.</summary>
    private long? RaiseVersion(SessionItems items, object item, Document document)
    {
        if (!items.Checked.Contains(document.Id))
        {
            return null;
        }

        var expected = store.Versions.Exists(item) ? store.Versions.Get(item) : document.Version;
        document.Version = expected + 1;
        store.Versions.Set(item, document.Version);
        return expected;
    }

    private async Task<Document> ReadAsync(long id, string collection, CancellationToken cancellationToken)
    {
        var sql = $"select * from {_configuration.DocumentTable(collection)} where {Name("Id")} = @Id";
        return (await connection.QueryAsync<Document>(sql, new { Id = id }, LogLevel.Trace, cancellationToken)).FirstOrDefault();
    }

    private static void ThrowIfNoDocument(object item)
    {
        if (item is IIndex or Document)
        {
            throw new ArgumentException($"A {item.GetType().Name} is not saved by itself.", nameof(item));
        }
    }

    private string Name(string column) => _configuration.SqlDialect.QuoteForColumnName(column);
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// Inserts rows into tables, each table by one statement that is made once. Where a statement goes to a server it takes many
/// rows; SQLite, which is in the process, looks for each parameter among all of its statement.
/// </summary>
internal sealed class RowInserts(DbConnection connection, DbTransaction transaction, ISqlDialect dialect) : IAsyncDisposable
{
    private const int MaxRows = 50;

    /// <summary>The fewest that a database takes with one command, SQL Server.</summary>
    private const int MaxParameters = 2_000;

    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);

    /// <summary>Adds a row, which is sent when there are enough of its table.</summary>
    /// <param name="table">Its name as the database wants it quoted.</param>
    public async Task AddAsync(string table, string[] columns, object?[] values)
    {
        if (!_tables.TryGetValue(table, out var rows))
        {
            _tables[table] = rows = new Table(table, columns, dialect.IsSqlite() ? 1 : Math.Clamp(MaxParameters / columns.Length, 1, MaxRows));
        }

        rows.Waiting.Add(values);

        if (rows.Waiting.Count == rows.Size)
        {
            await SendAsync(rows, rows.Full ??= Command(rows, rows.Size));
        }
    }

    /// <summary>Sends what is left.</summary>
    public async Task SendAsync()
    {
        foreach (var rows in _tables.Values.Where(rows => rows.Waiting.Count > 0))
        {
            await using var rest = Command(rows, rows.Waiting.Count);
            await SendAsync(rows, rest);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var full in _tables.Values.Select(rows => rows.Full).OfType<DbCommand>())
        {
            await full.DisposeAsync();
        }
    }

    private static async Task SendAsync(Table rows, DbCommand command)
    {
        var index = 0;

        foreach (var values in rows.Waiting)
        {
            foreach (var value in values)
            {
                command.Parameters[index++].Value = value ?? DBNull.Value;
            }
        }

        rows.Waiting.Clear();
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(Table rows, int count)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        string[] names = [.. Enumerable.Range(0, count * rows.Columns.Length).Select(index => string.Create(CultureInfo.InvariantCulture, $"@p{index}"))];
        command.CommandText = $"insert into {rows.Name} ({string.Join(", ", rows.Columns.Select(dialect.QuoteForColumnName))}) "
            + $"values {string.Join(", ", names.Chunk(rows.Columns.Length).Select(row => $"({string.Join(", ", row)})"))}";

        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>What waits to be inserted into a table.</summary>
    private sealed class Table(string name, string[] columns, int size)
    {
        public string Name => name;

        public string[] Columns => columns;

        /// <summary>How many rows are inserted together.</summary>
        public int Size => size;

        public List<object?[]> Waiting { get; } = [];

        public DbCommand? Full { get; set; }
    }
}

/// <summary>The columns that YesSql gives an index of a type: its public properties, and the id of the document, which a type may have as a property too.</summary>
internal sealed record IndexColumns(PropertyInfo[] Properties, string[] Names)
{
    private static readonly ConcurrentDictionary<Type, IndexColumns> Known = new();

    public static IndexColumns Of(Type type) => Known.GetOrAdd(type, index =>
    {
        PropertyInfo[] properties = [.. index.GetProperties().Where(property => property.Name is not ("Id" or "DocumentId"))];

        return new IndexColumns(properties, [.. properties.Select(property => property.Name), "DocumentId"]);
    });
}

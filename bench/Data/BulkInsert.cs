using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>
/// Inserts rows into a table as fast as a database takes them: on SQLite many with each statement, which is made once and filled
/// anew, on PostgreSQL by a binary <c>COPY</c> of all.
/// </summary>
internal sealed class BulkInsert(DbConnection connection, DbTransaction transaction, string table, params string[] columns) : IAsyncDisposable
{
    private const int RowsPerStatement = 50;

    private readonly List<object?[]> _rows = new(RowsPerStatement);
    private DbCommand? _full;

    public async Task AddAsync(params object?[] values)
    {
        _rows.Add(values);

        if (_rows.Count == RowsPerStatement && connection is not NpgsqlConnection)
        {
            await SendAsync(_full ??= Command(RowsPerStatement));
        }
    }

    /// <summary>Inserts what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_rows.Count > 0 && connection is NpgsqlConnection server)
        {
            await CopyAsync(server);
        }
        else if (_rows.Count > 0)
        {
            await using var rest = Command(_rows.Count);
            await SendAsync(rest);
        }

        if (_full is not null)
        {
            await _full.DisposeAsync();
        }
    }

    private async Task CopyAsync(NpgsqlConnection server)
    {
        await using var copy = await server.BeginBinaryImportAsync($"copy \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) from stdin (format binary)");

        foreach (var row in _rows)
        {
            await copy.StartRowAsync();

            foreach (var value in row)
            {
                await (value switch
                {
                    null => copy.WriteNullAsync(),
                    DateTime date => copy.WriteAsync(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp),
                    _ => copy.WriteAsync(value),
                });
            }
        }

        await copy.CompleteAsync();
    }

    private async Task SendAsync(DbCommand command)
    {
        var index = 0;

        foreach (var value in _rows.SelectMany(row => row))
        {
            command.Parameters[index++].Value = value ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync();
        _rows.Clear();
    }

    private DbCommand Command(int rows)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        string[] names = [.. Enumerable.Range(0, rows * columns.Length).Select(index => string.Create(CultureInfo.InvariantCulture, $"@p{index}"))];
        command.CommandText = $"insert into \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"values {string.Join(", ", names.Chunk(columns.Length).Select(row => $"({string.Join(", ", row)})"))}";

        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

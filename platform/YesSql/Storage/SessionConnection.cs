using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using YesSql.Dialects;

namespace YesSql.Storage;

/// <summary>The connection of a session, opened when it is needed, and its transaction.</summary>
internal sealed class SessionConnection(IConfiguration configuration)
{
    private DbConnection _connection;

    public DbTransaction Transaction { get; private set; }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_connection is null)
        {
            var connection = configuration.ConnectionFactory.CreateConnection();
            await connection.OpenAsync(cancellationToken);
            _connection = connection;
        }

        return _connection;
    }

    public async Task<DbTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        return Transaction ??= await connection.BeginTransactionAsync(configuration.IsolationLevel, cancellationToken);
    }

    public async Task<IEnumerable<T>> QueryAsync<T>(string sql, object parameters, LogLevel level, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        configuration.LogSql(sql, level);
        return await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, Transaction, cancellationToken: cancellationToken));
    }

    /// <summary>Sends statements as one command and returns how many rows they changed.</summary>
    public async Task<int> SendAsync(IReadOnlyCollection<Statement> statements, CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
        {
            return 0;
        }

        await using var command = _connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = string.Concat(statements.Select(statement => statement.Sql));
        configuration.LogSql(command.CommandText);

        foreach (var (name, value) in statements.SelectMany(statement => statement.Parameters))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        // read to the end, or SQLite would not tell what fails behind the first statement that gives a result
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        while (await reader.NextResultAsync(cancellationToken))
        {
            // the ids of index rows, which nobody asks for
        }

        return reader.RecordsAffected;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => Transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Ends the transaction, taking back what is not committed.</summary>
    public async Task EndTransactionAsync()
    {
        await (Transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        Transaction = null;
    }

    public async Task CloseAsync()
    {
        await EndTransactionAsync();
        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        _connection = null;
    }

    public void Close()
    {
        Transaction?.Dispose();
        Transaction = null;
        _connection?.Dispose();
        _connection = null;
    }
}

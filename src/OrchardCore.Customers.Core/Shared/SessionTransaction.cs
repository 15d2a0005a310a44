using System.Data.Common;
using YesSql;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// The transaction that a session is in, to see later whether it still is: whoever cancels a session ends it, and what is
/// saved afterwards stands in another one. The objects alone don't tell, since Npgsql hands out one that is over once more;
/// the connection is a new one each time.
/// </summary>
internal sealed class SessionTransaction
{
    private readonly ISession _session;
    private readonly DbConnection? _connection;

    private SessionTransaction(ISession session, DbTransaction transaction) => (_session, _connection) = (session, transaction.Connection);

    /// <summary>Whether what the session has saved since then is still to be committed.</summary>
    public bool IsOpen => _session.CurrentTransaction is { } current && ReferenceEquals(current.Connection, _connection);

    /// <summary>The one the session is in, or a new one.</summary>
    public static async Task<SessionTransaction> BeginAsync(ISession session) => new(session, await session.BeginTransactionAsync());
}

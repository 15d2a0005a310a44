using System.Data.Common;
using YesSql;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// The transaction that a session is in, to see later whether it still is: whoever cancels a session ends it, and what is
/// saved afterwards stands in another one. A savepoint tells, since a connection is used for the next one, too, and Npgsql
/// even hands out the same object of the transaction.
/// </summary>
internal sealed class SessionTransaction
{
    private readonly ISession _session;
    private readonly string _mark = $"m{Guid.NewGuid():N}";

    private SessionTransaction(ISession session) => _session = session;

    /// <summary>The one the session is in, or a new one.</summary>
    public static async Task<SessionTransaction> BeginAsync(ISession session)
    {
        var began = new SessionTransaction(session);
        await (await session.BeginTransactionAsync()).SaveAsync(began._mark);

        return began;
    }

    /// <summary>Whether what the session has saved since then is still to be committed. If it is not, only cancelling is left.</summary>
    public async Task<bool> IsOpenAsync()
    {
        if (_session.CurrentTransaction is not { } current)
        {
            return false;
        }

        try
        {
            await current.ReleaseAsync(_mark);
            await current.SaveAsync(_mark);

            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}

using System.Data.Common;
using OrchardCore.Infrastructure;
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

    /// <summary>Saves or deletes in a transaction, and flushes. When that is refused, the session is cancelled: nothing of it is saved.</summary>
    /// <param name="explain">What to answer when it was refused where nobody was told.</param>
    public static async Task<Result> RunAsync(ISession session, Func<Task<Result>> write, Func<Task<Result>> explain)
    {
        var transaction = await BeginAsync(session);
        var written = await write();

        if (written.Succeeded)
        {
            await session.FlushAsync();

            if (await transaction.IsOpenAsync())
            {
                return written;
            }
        }

        // Orchard logs what a handler throws and goes on. When it was the database that refused what a handler asked, the
        // session was rolled back on the way, and nothing it has saved since will stay.
        await session.CancelAsync();

        return written.Succeeded ? await explain() : written;
    }

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

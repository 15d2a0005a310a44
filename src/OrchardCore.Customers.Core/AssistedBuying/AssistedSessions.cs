using System.Data.Common;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Finds sessions and writes them.</summary>
internal sealed class AssistedSessions(ISession session, DatabaseRefusals refusals, IClock clock)
{
    private const string Collection = CustomersConstants.Collection;
    private const string Subject = "an assisted session";

    public Task<AssistedSession?> FindAsync(string sessionId) => Query().Where(index => index.SessionId == sessionId).FirstOrDefaultAsync()!;

    public async Task<AssistedSession?> FindByCodeAsync(string? code)
    {
        if (!SecretCode.IsShaped(code))
        {
            return null;
        }

        var hash = SecretCode.Hash(code!);

        return await Query().Where(index => index.CodeHash == hash).FirstOrDefaultAsync();
    }

    public async Task<IReadOnlyList<AssistedSession>> FindOfCustomerAsync(string customerId, int skip, int count)
        => [.. await Query()
            .Where(index => index.CustomerId == customerId)
            .OrderByDescending(index => index.CreatedUtc)
            .ThenByDescending(index => index.Id)
            .Skip(skip)
            .Take(count)
            .NoDuplicates()
            .ListAsync()];

    /// <summary>The ids of those that are over and unsettled, the longest first.</summary>
    public async Task<IReadOnlyList<string>> FindUnsettledAsync(int skip, int count)
    {
        var now = clock.UtcNow;

        return [.. (await session.QueryIndex<AssistedSessionIndex>(index => index.IsUnsettled && index.OverUtc <= now, Collection)
            .OrderBy(index => index.OverUtc)
            .ThenBy(index => index.Id)
            .Skip(skip)
            .Take(count)
            .ListAsync()).Select(index => index.SessionId)];
    }

    /// <summary>Ends those of a site that are not over, with what the session of the database saves.</summary>
    public static async Task EndOfSiteAsync(ISession session, string site, DateTime now)
    {
        foreach (var assisted in await session.Query<AssistedSession, AssistedSessionIndex>(Collection).Where(index => index.Site == site && index.OverUtc > now).NoDuplicates().ListAsync())
        {
            (assisted.State, assisted.EndedUtc) = (AssistedSessionState.Withdrawn, now);
            await session.SaveAsync(assisted, checkConcurrency: true, collection: Collection);
        }
    }

    /// <summary>Saves one that was made or changed. When somebody else was faster, the session of the database is cancelled.</summary>
    /// <returns>Whether it is saved.</returns>
    public async Task<bool> TrySaveAsync(AssistedSession assisted)
    {
        try
        {
            await session.SaveAsync(assisted, checkConcurrency: assisted.Id > 0, collection: Collection);
            await session.FlushAsync();

            return true;
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();
        }
        catch (DbException exception)
        {
            await refusals.CancelAsync(exception, Subject);
        }

        return false;
    }

    /// <summary>
    /// Ends a session, and commits that whatever becomes of the request. What is over already stays as it is.
    /// </summary>
    /// <param name="isFor">Which sessions are meant.</param>
    /// <returns>Whether it was ended.</returns>
    /// <exception cref="AssistBusyException">Too many others are at this session.</exception>
    public static Task<bool> EndAsync(string sessionId, AssistedSessionState state, Func<AssistedSession, DateTime, bool> isFor, string? by = null)
        => AssistAttempts.RunAsync<AssistedSessions, bool>(sessionId, sessions => sessions.EndOneAsync(sessionId, state, isFor, by));

    /// <summary>Nothing personal outlives the customer.</summary>
    public async Task EraseAsync(string customerId)
    {
        foreach (var assisted in await Query().Where(index => index.CustomerId == customerId).NoDuplicates().ListAsync())
        {
            session.Erase(assisted, Collection);
        }
    }

    /// <exception cref="ConcurrencyException">Somebody else changed it at the same time.</exception>
    private async Task<bool> EndOneAsync(string sessionId, AssistedSessionState state, Func<AssistedSession, DateTime, bool> isFor, string? by)
    {
        if (await FindAsync(sessionId) is not { } assisted || !isFor(assisted, clock.UtcNow))
        {
            return false;
        }

        (assisted.State, assisted.EndedUtc, assisted.EndedBy) = (state, clock.UtcNow, by);
        await session.SaveAsync(assisted, checkConcurrency: true, collection: Collection);
        await session.SaveChangesAsync();

        return true;
    }

    private IQuery<AssistedSession, AssistedSessionIndex> Query() => session.Query<AssistedSession, AssistedSessionIndex>(Collection);
}

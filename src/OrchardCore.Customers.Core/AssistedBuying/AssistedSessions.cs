using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Finds sessions and writes them.</summary>
internal sealed class AssistedSessions(ISession session, DatabaseRefusals refusals, IClock clock)
{
    private const string Collection = CustomersConstants.Collection;
    private const string Subject = "an assisted session";

    /// <summary>Who meets somebody else at the same session tries again.</summary>
    private const int Attempts = 5;

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
    public static async Task<bool> EndAsync(string sessionId, AssistedSessionState state, Func<AssistedSession, DateTime, bool> isFor, string? by = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            bool? isEnded = null;
            await ShellScope.UsingChildScopeAsync(async scope => isEnded = await scope.ServiceProvider.GetRequiredService<AssistedSessions>().TryEndAsync(sessionId, state, isFor, by));

            if (isEnded is { } ended)
            {
                return ended;
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException("An assisted session could not be ended: others kept changing it.");
            }
        }
    }

    /// <summary>Nothing personal outlives the customer.</summary>
    public async Task EraseAsync(string customerId)
    {
        foreach (var assisted in await Query().Where(index => index.CustomerId == customerId).NoDuplicates().ListAsync())
        {
            session.Delete(assisted, Collection);
        }
    }

    /// <returns><see langword="null"/> when somebody else changed it at the same time.</returns>
    private async Task<bool?> TryEndAsync(string sessionId, AssistedSessionState state, Func<AssistedSession, DateTime, bool> isFor, string? by)
    {
        if (await FindAsync(sessionId) is not { } assisted || !isFor(assisted, clock.UtcNow))
        {
            return false;
        }

        (assisted.State, assisted.EndedUtc, assisted.EndedBy) = (state, clock.UtcNow, by);

        return await TrySaveAsync(assisted) ? true : null;
    }

    private IQuery<AssistedSession, AssistedSessionIndex> Query() => session.Query<AssistedSession, AssistedSessionIndex>(Collection);
}

using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.AssistedBuying;

internal sealed class AssistedActions(ISession session, IAssistedBuyingService assist, AssistActionTexts texts, IClock clock, ILogger<AssistedActions> logger) : IAssistedActions
{
    private const string Collection = CustomersConstants.Collection;
    private const int BatchSize = 200;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public async Task<AssistedActionAnswer> TryAsync(string sessionId, AssistedActionRequest request)
    {
        try
        {
            return await AssistAttempts.RunAsync<AssistedActions, AssistedActionAnswer>(sessionId, actions => actions.RecordAsync(sessionId, request));
        }
        catch (AssistBusyException)
        {
            return new(AssistedActionOutcome.TooFast, Result.Success()) { RetryAfter = AssistBusyException.Wait };
        }
    }

    public async Task<ILookup<string, AssistedAction>> FindLatestAsync(IReadOnlyList<AssistedSession> sessions, int count)
        => (await FindAsync(sessions.SelectMany(assisted => KeysOf(assisted, 0, count)))).ToLookup(action => action.SessionId, StringComparer.Ordinal);

    public Task<IReadOnlyList<AssistedAction>> FindAsync(AssistedSession session, int skip, int count) => FindAsync(KeysOf(session, skip, count));

    /// <summary>Nothing personal outlives the customer.</summary>
    public async Task EraseAsync(string customerId)
    {
        IReadOnlyList<AssistedAction> batch;

        do
        {
            batch = [.. await session.Query<AssistedAction, AssistedActionIndex>(index => index.CustomerId == customerId, collection: Collection).Take(BatchSize).NoDuplicates().ListAsync()];

            foreach (var action in batch)
            {
                session.Erase(action, Collection);
            }

            await session.FlushAsync();
        }
        while (batch.Count == BatchSize);
    }

    /// <summary>
    /// Counts the action on the session, and saves both or neither. So two at once get two numbers, and nothing is allowed
    /// any more once somebody has ended the session.
    /// </summary>
    /// <exception cref="ConcurrencyException">Somebody else changed the session at the same time.</exception>
    private async Task<AssistedActionAnswer> RecordAsync(string sessionId, AssistedActionRequest request)
    {
        if (await assist.FindRunningAsync(sessionId) is not { Session: var assisted } visit)
        {
            return new(AssistedActionOutcome.Over, Result.Success());
        }

        var action = New(assisted);
        var result = texts.Check(request, action);

        if (!result.Succeeded)
        {
            return new(AssistedActionOutcome.Wrong, result);
        }

        if (await WaitAsync(assisted) is { } wait)
        {
            logger.LogWarning("The assisted session {Session} changes too much at once. It is refused for {Seconds} seconds.", sessionId, (int)wait.TotalSeconds);

            return new(AssistedActionOutcome.TooFast, Result.Success()) { RetryAfter = wait };
        }

        if (assisted.Actions >= AssistedAction.MaxOfSession)
        {
            return Refused(AssistRefusal.TooManyActions, action: null);
        }

        var hold = visit.Customer.GetOrCreate<CustomerPart>().Hold is { } on && on.IsInForce(action.Utc) ? on : null;
        action.Refusal = AssistRules.Explain(action.Kind, assisted.Mode, hold is not null);
        await CommitAsync(assisted, action);

        return action.Refusal is { } refusal ? Refused(refusal, action, hold?.Reason) : new(AssistedActionOutcome.Allowed, Result.Success()) { Action = action };
    }

    private async Task CommitAsync(AssistedSession assisted, AssistedAction action)
    {
        assisted.Actions++;
        assisted.RefusedActions += action.Refusal is null ? 0 : 1;
        action.Number = assisted.Actions;

        await session.SaveAsync(assisted, checkConcurrency: true, collection: Collection);
        await session.SaveAsync(action, collection: Collection);
        await session.SaveChangesAsync();
    }

    /// <summary>How long until the session may change something; <see langword="null"/> when it may now.</summary>
    private async Task<TimeSpan?> WaitAsync(AssistedSession assisted)
    {
        if (assisted.Actions < AssistedAction.MaxPerMinute)
        {
            return null;
        }

        var key = AssistedActionIndex.KeyOf(assisted.SessionId, assisted.Actions - AssistedAction.MaxPerMinute + 1);
        var first = await session.Query<AssistedAction, AssistedActionIndex>(index => index.Key == key, collection: Collection).FirstOrDefaultAsync();
        var wait = (first?.Utc ?? default) + Minute - clock.UtcNow;

        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>The numbers have no gaps, so the keys are known.</summary>
    private static IEnumerable<string> KeysOf(AssistedSession assisted, int skip, int count)
        => Enumerable.Range(skip, Math.Clamp(assisted.Actions - skip, 0, count)).Select(back => AssistedActionIndex.KeyOf(assisted.SessionId, assisted.Actions - back));

    private async Task<IReadOnlyList<AssistedAction>> FindAsync(IEnumerable<string> known)
    {
        var keys = known.ToArray();
        var found = keys.Length == 0 ? [] : await session.Query<AssistedAction, AssistedActionIndex>(index => index.Key.IsIn(keys), collection: Collection).NoDuplicates().ListAsync();

        return [.. found.OrderByDescending(action => action.Number)];
    }

    private AssistedAction New(AssistedSession assisted) => new()
    {
        ActionId = Guid.NewGuid().ToString("N"),
        SessionId = assisted.SessionId,
        Utc = clock.UtcNow,
        CustomerId = assisted.CustomerId,
        AgentId = assisted.AgentId,
        AgentName = assisted.AgentName,
        Site = assisted.Site,
        Mode = assisted.Mode,
        Reason = assisted.Reason,
    };

    private AssistedActionAnswer Refused(AssistRefusal refusal, AssistedAction? action, string? hold = null)
        => new(AssistedActionOutcome.Refused, CustomerWriter.Refused("", texts.Explain(refusal, hold))) { Action = action, Refusal = refusal };
}

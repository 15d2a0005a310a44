using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Mails customers, once a session is over, that somebody acted for them. The mail is queued in the transaction that marks the
/// session as settled: both are kept, or neither is, so it is queued once, whoever else sees to it and whoever is killed.
/// </summary>
internal sealed class AssistNotices(ISession session, AssistedSessions sessions, AssistParties parties, AssistNoticeWriter writer, Outbox outbox, IClock clock)
{
    private const int BatchSize = 200;

    /// <summary>All that are over and unsettled, each in a transaction of its own.</summary>
    public static async Task SettleAllAsync(ILogger logger, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> batch;
        var failed = 0;

        do
        {
            batch = [];
            await ShellScope.UsingChildScopeAsync(async scope => batch = await scope.ServiceProvider.GetRequiredService<AssistedSessions>().FindUnsettledAsync(failed, BatchSize));

            foreach (var sessionId in batch.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
            {
                failed += await TrySettleAsync(sessionId, logger) ? 0 : 1;
            }
        }
        while (batch.Count == BatchSize && !cancellationToken.IsCancellationRequested);
    }

    /// <summary>Sees to the mail of a session that is over; what fails is tried again later.</summary>
    /// <returns>Whether there is nothing left to do.</returns>
    public static async Task<bool> TrySettleAsync(string sessionId, ILogger logger)
    {
        try
        {
            return await AssistAttempts.RunAsync<AssistNotices, bool>(sessionId, notices => notices.SettleAsync(sessionId));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Only the kind: what it says may name people.
            logger.LogError("The customer could not be mailed yet that somebody acted for it in the session {Session}: {Kind}.", sessionId, exception.GetType().Name);

            return false;
        }
    }

    /// <exception cref="ConcurrencyException">Somebody else sees to it at the same time.</exception>
    private async Task<bool> SettleAsync(string sessionId)
    {
        if (await sessions.FindAsync(sessionId) is not { IsUnsettled: true } assisted || clock.UtcNow < assisted.OverUtc)
        {
            return true;
        }

        if (assisted.MailsCustomer && await parties.FindCustomerAsync(assisted.CustomerId) is { } customer && customer.GetOrCreate<CustomerPart>().Email is { Length: > 0 } to)
        {
            await outbox.QueueAsync(customer, CustomerMailKind.AssistedNotice, to, await writer.WriteAsync(assisted, customer, to));
            assisted.IsMailed = true;
        }

        assisted.SettledUtc = clock.UtcNow;
        await session.SaveAsync(assisted, checkConcurrency: true, collection: CustomersConstants.Collection);
        await session.SaveChangesAsync();

        return true;
    }
}

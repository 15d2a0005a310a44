using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Ends approvals that nobody answered in time.</summary>
internal sealed class ApprovalExpiry(ISession session, ApprovalWriter writer, IClock clock)
{
    private const int BatchSize = 200;
    private const string Pending = nameof(ApprovalState.Pending);

    /// <summary>All that there are, each batch in a session of its own.</summary>
    public static async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var isLeft = true;

        while (isLeft && !cancellationToken.IsCancellationRequested)
        {
            await ShellScope.UsingChildScopeAsync(async scope => isLeft = await scope.ServiceProvider.GetRequiredService<ApprovalExpiry>().ExpireBatchAsync());
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ExpireBatchAsync()
    {
        var now = clock.UtcNow;
        var batch = (await session
            .Query<Approval, ApprovalIndex>(index => index.State == Pending && index.ExpiresUtc <= now, collection: CustomersConstants.Collection)
            .Take(BatchSize)
            .NoDuplicates()
            .ListAsync()).ToList();

        try
        {
            foreach (var approval in batch)
            {
                writer.Decide(approval, ApprovalState.Expired, ApprovalActor.Site, text: null);
                approval.Revision++;
                await session.SaveAsync(approval, checkConcurrency: true, collection: CustomersConstants.Collection);
            }

            await session.SaveChangesAsync();

            return batch.Count == BatchSize;
        }
        catch (ConcurrencyException)
        {
            // Another node ends the same ones, or somebody answered at the last moment; the next minute looks again.
            await session.CancelAsync();

            return false;
        }
    }
}

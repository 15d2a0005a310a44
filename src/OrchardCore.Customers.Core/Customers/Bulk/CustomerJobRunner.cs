using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.Bulk;

/// <summary>
/// Works on a job until it is done, or somebody else does it. It may end at any moment: what is left is taken up by whoever
/// comes next, when the lease is over.
/// </summary>
public sealed class CustomerJobRunner(ILogger<CustomerJobRunner> logger)
{
    /// <summary>How many customers a step has.</summary>
    private const int BatchSize = 100;

    /// <summary>Goes on with a job; does nothing when there is nothing to do, or somebody else does it.</summary>
    public async Task RunAsync(string id, CancellationToken cancellationToken = default)
    {
        var runner = Guid.NewGuid().ToString("N");

        try
        {
            if (await InScopeAsync(step => step.TakeAsync(id, runner)))
            {
                await GoOnAsync(id, runner, cancellationToken);
            }
        }
        catch (ConcurrencyException)
        {
            // Cancelled, or taken over by another node: nothing of this step was saved, and it is no longer ours.
        }
        catch (DbException exception)
        {
            logger.LogError("The database interrupted the job {Job}: {Kind} {Code}. It is taken up again in a minute.", id, exception.GetType().Name, exception.ErrorCode);
        }
    }

    private static async Task GoOnAsync(string id, string runner, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var progress = await InScopeAsync(step => step.RunAsync(id, runner, BatchSize));

            if (progress.Broken is not null)
            {
                // One of them takes the others of its step with it; so each gets one of its own.
                progress = await OneByOneAsync(id, runner, progress.Position);
            }

            if (progress.IsOver)
            {
                return;
            }
        }
    }

    /// <summary>Does the customers up to a document id singly.</summary>
    private static async Task<CustomerJobProgress> OneByOneAsync(string id, string runner, long end)
    {
        CustomerJobProgress progress;

        do
        {
            progress = await InScopeAsync(step => step.RunAsync(id, runner, count: 1));

            if (progress.Broken is { } refusal)
            {
                await InScopeAsync(step => step.PassAsync(id, runner, refusal, progress.Position));
            }
        }
        while (!progress.IsOver && progress.Position < end);

        return progress;
    }

    private static async Task<T> InScopeAsync<T>(Func<CustomerJobStep, Task<T>> run)
    {
        var result = default(T)!;
        await ShellScope.UsingChildScopeAsync(async scope => result = await run(scope.ServiceProvider.GetRequiredService<CustomerJobStep>()));

        return result;
    }
}

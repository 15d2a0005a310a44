using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Bulk;

/// <summary>Works on bulk actions.</summary>
public sealed class CustomerJobRunner(ICustomerJobManager jobs, ILogger<CustomerJobRunner> logger) : JobRunner<CustomerJob>(logger)
{
    /// <summary>How many customers a step has.</summary>
    private const int BatchSize = 100;

    public override Task DeleteOldAsync() => jobs.DeleteOldAsync();

    protected override async Task GoOnAsync(string id, string runner, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var progress = await InScopeAsync<CustomerJobStep, CustomerJobProgress>(step => step.RunAsync(id, runner, BatchSize));

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
            progress = await InScopeAsync<CustomerJobStep, CustomerJobProgress>(step => step.RunAsync(id, runner, count: 1));

            if (progress.Broken is { } refusal)
            {
                await InScopeAsync<CustomerJobStep, bool>(step => step.PassAsync(id, runner, refusal, progress.Position));
            }
        }
        while (!progress.IsOver && progress.Position < end);

        return progress;
    }
}

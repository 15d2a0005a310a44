using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace OrchardCore.Customers.Bulk;

/// <summary>Goes on with jobs that were interrupted: by a restart, a failing node or database.</summary>
[BackgroundTask(
    Title = "Customers: bulk actions",
    Schedule = "* * * * *",
    Description = "Goes on with bulk actions on customers that were interrupted, and forgets those that were over long ago.")]
public sealed class CustomerJobTask : IBackgroundTask
{
    /// <summary>Other tasks of the site wait for this one; what is left is taken up a moment later.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(50);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(MaxDuration);
        var jobs = serviceProvider.GetRequiredService<ICustomerJobManager>();
        var runner = serviceProvider.GetRequiredService<CustomerJobRunner>();

        foreach (var id in await jobs.FindAbandonedAsync())
        {
            await runner.RunAsync(id, enough.Token);
        }

        await jobs.DeleteOldAsync();
    }
}

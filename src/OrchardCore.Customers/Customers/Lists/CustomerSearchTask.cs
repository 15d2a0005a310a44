using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Shared.Sql.Search;

namespace OrchardCore.Customers.Lists;

/// <summary>Fills the search index where it was made after the customers, and after it was emptied to be rebuilt.</summary>
[BackgroundTask(
    Title = "Customers: search index",
    Schedule = "* * * * *",
    Description = "Fills the index that customers are searched by, when it is new or being rebuilt.")]
public sealed class CustomerSearchTask : IBackgroundTask
{
    /// <summary>Other tasks of the site wait for this one; it goes on a moment later.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(50);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(MaxDuration);
        await serviceProvider.GetRequiredService<ICustomerSearchIndex>().BuildAsync(enough.Token);
    }
}

/// <summary>What was deleted or changed leaves pieces of three letters in the index's files; once a day they go.</summary>
[BackgroundTask(
    Title = "Customers: search index, tidying",
    Schedule = "20 3 * * *",
    Description = "Takes out of the search index's files what is left of customers who were deleted or changed.")]
public sealed class CustomerSearchTidyTask : IBackgroundTask
{
    private static readonly TimeSpan MaxDuration = TimeSpan.FromMinutes(10);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(MaxDuration);
        await serviceProvider.GetRequiredService<ICustomerSearchIndex>().TidyAsync(enough.Token);
    }
}

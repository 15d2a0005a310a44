using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Shared.Sql.Search;

namespace OrchardCore.Customers.Lists;

/// <summary>
/// Fills the search index where it was made after the customers, and after it was emptied to be rebuilt. Once a day it takes
/// out of the index's files what is left in them of customers who were deleted or changed.
/// </summary>
[BackgroundTask(
    Title = "Customers: search index",
    Schedule = "* * * * *",
    Description = "Fills the index that customers are searched by, when it is new or being rebuilt, and tidies it once a day.")]
public sealed class CustomerSearchTask : IBackgroundTask
{
    /// <summary>Other tasks of the site wait for this one; it goes on a moment later.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(50);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(MaxDuration);
        var index = serviceProvider.GetRequiredService<ICustomerSearchIndex>();
        await index.BuildAsync(enough.Token);
        await index.TidyAsync(enough.Token);
    }
}

using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Accounts.Mails;

namespace OrchardCore.Customers.Accounts;

/// <summary>Sends the mails that could not be sent at once, and forgets old ones.</summary>
[BackgroundTask(
    Title = "Customers: mails",
    Schedule = "* * * * *",
    Description = "Sends the mails to customers that wait, and forgets those that were sent long ago.")]
public sealed class OutboxTask : IBackgroundTask
{
    /// <summary>Other tasks of the site wait for this one.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(50);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(MaxDuration);

        await serviceProvider.GetRequiredService<OutboxSender>().RunAsync(enough.Token);
        await serviceProvider.GetRequiredService<AccountCleaner>().DeleteOldAsync();
    }
}

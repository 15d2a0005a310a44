using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Sees to the mails of sessions that ended by themselves, and of those where it failed before.</summary>
[BackgroundTask(
    Title = "Customers: assisted buying",
    Schedule = "* * * * *",
    Description = "Mails customers that somebody acted for them, once a session is over.")]
public sealed class AssistNoticeTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
        => AssistNotices.SettleAllAsync(serviceProvider.GetRequiredService<ILogger<AssistNoticeTask>>(), cancellationToken);
}

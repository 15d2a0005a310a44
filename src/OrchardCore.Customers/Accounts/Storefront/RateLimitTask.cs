using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Accounts.RateLimits;

namespace OrchardCore.Customers.Accounts;

/// <summary>Forgets attempts that count no longer.</summary>
[BackgroundTask(
    Title = "Customers: rate limits",
    Schedule = "* * * * *",
    Description = "Deletes what was counted of log-ins and requests more than an hour ago.")]
public sealed class RateLimitTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
        => serviceProvider.GetRequiredService<IRateLimiter>().DeleteOldAsync();
}

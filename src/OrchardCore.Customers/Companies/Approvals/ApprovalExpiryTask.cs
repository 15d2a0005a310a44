using OrchardCore.BackgroundTasks;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Ends approvals that nobody answered in time.</summary>
[BackgroundTask(
    Title = "Customers: approvals",
    Schedule = "* * * * *",
    Description = "Ends approvals that nobody answered in time.")]
public sealed class ApprovalExpiryTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) => ApprovalExpiry.ExpireAsync(cancellationToken);
}

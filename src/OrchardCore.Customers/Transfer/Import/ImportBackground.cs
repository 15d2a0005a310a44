using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Work on imports, after the request that asked for it.</summary>
internal static class ImportBackground
{
    private const string Name = "customers-import";

    /// <summary>Goes on with a run. When that is interrupted, the task that runs every minute does.</summary>
    public static Task RunAsync(string id) => HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(Name, scope => scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(id));
}

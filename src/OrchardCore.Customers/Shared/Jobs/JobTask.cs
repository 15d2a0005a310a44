using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>Goes on with jobs that were interrupted: by a restart, a failing node or database.</summary>
[BackgroundTask(
    Title = "Customers: jobs",
    Schedule = "* * * * *",
    Description = "Goes on with long work on customers that was interrupted (bulk actions, imports, exports), and forgets what was over long ago.")]
public sealed class JobTask : IBackgroundTask
{
    /// <summary>How many jobs are taken up at a time.</summary>
    private const int MaxJobs = 20;

    /// <summary>Other tasks of the site wait for this one; what is left is taken up a moment later.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(50);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(MaxDuration);
        var runners = serviceProvider.GetServices<IJobRunner>().ToDictionary(runner => runner.Kind, StringComparer.Ordinal);

        var context = serviceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var logger = serviceProvider.GetRequiredService<ILogger<JobTask>>();

        foreach (var job in await FindAbandonedAsync(serviceProvider, [.. runners.Keys]))
        {
            await TryAsync(() => RunAsync(runners[job.Kind], job.JobId, context, enough.Token), job.JobId, logger);
        }

        foreach (var runner in runners.Values)
        {
            await TryAsync(runner.DeleteOldAsync, runner.Kind, logger);
        }
    }

    /// <summary>What fails each time it is tried, such as a column of another module, keeps nothing else from being done.</summary>
    private static async Task TryAsync(Func<Task> work, string name, ILogger logger)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            logger.LogError(exception, "The job {Job} failed. It is tried again in a minute.", name);
        }
    }

    /// <summary>Jobs are done in the name of their users, and other tasks of this minute in nobody's.</summary>
    private static async Task RunAsync(IJobRunner runner, string id, HttpContext? context, CancellationToken cancellationToken)
    {
        var nobody = context?.User;

        try
        {
            await runner.RunAsync(id, cancellationToken);
        }
        finally
        {
            if (context is not null)
            {
                context.User = nobody!;
            }
        }
    }

    /// <summary>Those that nobody works on any more, the oldest first; those of features that are off stay as they are.</summary>
    private static async Task<IReadOnlyList<JobIndex>> FindAbandonedAsync(IServiceProvider services, string[] kinds)
    {
        var now = services.GetRequiredService<IClock>().UtcNow;

        return [.. await services.GetRequiredService<ISession>()
            .QueryIndex<JobIndex>(index => index.IsOpen && index.LeaseUntilUtc < now && index.Kind.IsIn(kinds), CustomersConstants.Collection)
            .OrderBy(index => index.CreatedUtc)
            .Take(MaxJobs)
            .ListAsync()];
    }
}

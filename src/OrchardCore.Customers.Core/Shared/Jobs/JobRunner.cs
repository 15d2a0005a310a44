using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>Takes a job up, works on it until it is done or somebody else does it, and leaves it to others when it is interrupted.</summary>
public abstract class JobRunner<TJob>(ILogger logger) : IJobRunner where TJob : Job
{
    public string Kind => typeof(TJob).Name;

    public async Task RunAsync(string id, CancellationToken cancellationToken = default)
    {
        var runner = Guid.NewGuid().ToString("N");

        try
        {
            if (await InScopeAsync<JobStore<TJob>, bool>(store => store.TakeAsync(id, runner)))
            {
                await GoOnAsync(id, runner, cancellationToken);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                await JobStore<TJob>.LeaveAsync(id, runner);
            }
        }
        catch (ConcurrencyException)
        {
            // Cancelled, or taken over by another node: nothing of this step was saved, and it is no longer ours.
        }
        catch (DbException exception)
        {
            logger.LogError("The database interrupted the job {Job}: {Kind} {Code}. It is taken up again in a minute.", id, exception.GetType().Name, exception.ErrorCode);
        }
    }

    public abstract Task DeleteOldAsync();

    /// <summary>Does step after step, until nothing is left to do, the job is no longer this runner's, or it is asked to end.</summary>
    protected abstract Task GoOnAsync(string id, string runner, CancellationToken cancellationToken);

    /// <summary>Each step has a scope of its own, and so a session and a transaction.</summary>
    protected static async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        var result = default(T)!;
        await ShellScope.UsingChildScopeAsync(async scope => result = await run(scope.ServiceProvider.GetRequiredService<TService>()));

        return result;
    }
}

using System.Data.Common;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>
/// Keeps the jobs of one kind, and sees to it that one runner works on each. The lease saves work; what guards is the version
/// of the document: when somebody else has changed a job meanwhile, saving it fails with a <see cref="ConcurrencyException"/>
/// and nothing of the step stays.
/// </summary>
internal sealed class JobStore<TJob>(ISession session, IClock clock, DatabaseRefusals refusals, IStringLocalizer<JobTexts> S) where TJob : Job
{
    /// <summary>How long others stay away from a job after each step.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int Attempts = 10;

    private static readonly string Kind = typeof(TJob).Name;

    /// <summary>The job with that id; <see langword="null"/> when there is none.</summary>
    public Task<TJob?> FindAsync(string id) => FindAsync(session, id);

    /// <summary>The same as it is committed, also where this session has read it before somebody changed it.</summary>
    public async Task<TJob?> FindAgainAsync(string id)
    {
        if (await FindAsync(id) is not { } known)
        {
            return null;
        }

        session.Detach(known, CustomersConstants.Collection);

        return await FindAsync(id);
    }

    /// <summary>The last jobs of a user or, without one, of all users, the newest first.</summary>
    public async Task<IReadOnlyList<TJob>> FindRecentAsync(string? userId, int skip, int count)
    {
        var jobs = userId is null
            ? session.Query<TJob, JobIndex>(index => index.Kind == Kind, collection: CustomersConstants.Collection)
            : session.Query<TJob, JobIndex>(index => index.UserId == userId && index.Kind == Kind, collection: CustomersConstants.Collection);
        jobs.NoDuplicates();

        return [.. await jobs.OrderByDescending(index => index.CreatedUtc).ThenByDescending(index => index.Id).Skip(skip).Take(count).ListAsync()];
    }

    /// <summary>Jobs that are over and were asked for before a certain moment, the oldest first.</summary>
    public async Task<IReadOnlyList<TJob>> FindOldAsync(DateTime beforeUtc, int count)
    {
        var old = session.Query<TJob, JobIndex>(index => !index.IsOpen && index.CreatedUtc < beforeUtc && index.Kind == Kind, collection: CustomersConstants.Collection);
        old.NoDuplicates();

        return [.. await old.OrderBy(index => index.CreatedUtc).Take(count).ListAsync()];
    }

    /// <summary>Saves a new job and commits it. The same job sent again is accepted and starts nothing.</summary>
    public async Task<Result> AddAsync(TJob job)
    {
        if (await IsOursAsync(job) is { } answer)
        {
            return answer;
        }

        try
        {
            await InScopeAsync(async other =>
            {
                await other.SaveAsync(job, collection: CustomersConstants.Collection);
                await other.FlushAsync();
            });

            return Result.Success();
        }
        catch (DbException exception)
        {
            refusals.Log(exception, "a job");

            // The id is unique: perhaps the same request was faster.
            return await IsOursAsync(job) ?? refusals.Unexplained();
        }
    }

    /// <summary>Takes the job up, unless somebody else works on it.</summary>
    public async Task<bool> TakeAsync(string id, string runner)
    {
        var job = await FindAsync(id);

        if (job?.IsOpen() != true || (job.Runner is not null && job.LeaseUntilUtc > clock.UtcNow))
        {
            return false;
        }

        job.Runner = runner;
        job.State = JobState.Running;
        job.StartedUtc ??= clock.UtcNow;
        await SaveAsync(job);

        return true;
    }

    /// <summary>The job, if it is still that runner's to work on.</summary>
    public async Task<TJob?> FindHeldAsync(string id, string runner)
        => await FindAsync(id) is { } job && job.IsOpen() && job.Runner == runner ? job : null;

    /// <summary>Saves how far a job has got, with all that the session has saved besides.</summary>
    /// <exception cref="ConcurrencyException">Somebody else has changed the job meanwhile.</exception>
    public async Task SaveAsync(TJob job)
    {
        await StageAsync(job);
        await session.FlushAsync();
    }

    /// <summary>The same with the next flush of the session.</summary>
    public Task StageAsync(TJob job)
    {
        job.ChangedUtc = clock.UtcNow;
        job.LeaseUntilUtc = clock.UtcNow + Lease;

        return session.SaveAsync(job, checkConcurrency: true, collection: CustomersConstants.Collection);
    }

    /// <summary>Changes a job between two of its steps, and commits that; whoever works on it goes on from there, or ends.</summary>
    /// <param name="change">Returns whether there was something to change.</param>
    public static async Task ChangeAsync(string id, Func<TJob, bool> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await InScopeAsync(other => ChangeAsync(other, id, change));

                return;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // A step was committed at this moment.
            }
        }
    }

    /// <summary>Who works on it does not any more; whoever comes next need not wait.</summary>
    public static Task LeaveAsync(string id, string runner) => ChangeAsync(id, job =>
    {
        var isHeld = job.IsOpen() && job.Runner == runner;
        job.LeaseUntilUtc = isHeld ? job.ChangedUtc ?? job.CreatedUtc : job.LeaseUntilUtc;

        return isHeld;
    });

    public static string IdOf(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";

    private static async Task ChangeAsync(ISession session, string id, Func<TJob, bool> change)
    {
        if (await FindAsync(session, id) is { } job && change(job))
        {
            await session.SaveAsync(job, checkConcurrency: true, collection: CustomersConstants.Collection);
            await session.FlushAsync();
        }
    }

    /// <summary>Never what a page that shows the job reads at the same moment: a runner would take its own job for somebody else's.</summary>
    private static async Task<TJob?> FindAsync(ISession session, string id)
    {
        var unshared = Unshared.Value();

        return await session.Query<TJob, JobIndex>(index => index.JobId == id && index.Kind == Kind && index.Id > unshared, collection: CustomersConstants.Collection).FirstOrDefaultAsync();
    }

    private static Task InScopeAsync(Func<ISession, Task> run) => ShellScope.UsingChildScopeAsync(scope => run(scope.ServiceProvider.GetRequiredService<ISession>()));

    /// <summary>Success when the job was started before; a refusal when somebody else has one of this id; else <see langword="null"/>.</summary>
    private async Task<Result?> IsOursAsync(TJob job)
        => !Guid.TryParseExact(job.JobId, "N", out _) || job.UserId.Length == 0 ? Impossible()
            : await FindAsync(job.JobId) is not { } stored ? null
            : stored.UserId == job.UserId ? Result.Success()
            : Impossible();

    private Result Impossible() => CustomerWriter.Refused("", S["This can't be done here. Go back to the list and try again."]);
}

/// <summary>Names the texts that jobs of every kind have.</summary>
internal sealed class JobTexts;

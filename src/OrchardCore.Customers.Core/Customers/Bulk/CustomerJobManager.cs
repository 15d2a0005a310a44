using System.Data.Common;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Bulk;

internal sealed class CustomerJobManager(
    ISession session,
    CustomerRows rows,
    IEnumerable<ICustomerBulkAction> actions,
    IClock clock,
    DatabaseRefusals refusals,
    IStringLocalizer<CustomerJobManager> S) : ICustomerJobManager
{
    private const int MaxTextLength = 255;
    private const int Attempts = 10;

    /// <summary>How many jobs are taken up or deleted at a time.</summary>
    private const int MaxJobs = 20;

    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public Task<int> FindCountAsync(CustomerSelection selection, ClaimsPrincipal user) => rows.CountAsync(selection, user);

    public Task<IReadOnlyList<ContentItem>> FindFirstAsync(CustomerSelection selection, ClaimsPrincipal user, int count)
        => rows.ReadAsync(selection, user, after: 0, end: long.MaxValue, count);

    public Task<CustomerJob?> FindAsync(string id) => session.FindJobAsync(id);

    public async Task<IReadOnlyList<CustomerJob>> FindRecentAsync(ClaimsPrincipal user, int count)
    {
        var userId = IdOf(user);
        var jobs = session.Query<CustomerJob, CustomerJobIndex>(index => index.UserId == userId, collection: CustomersConstants.Collection);
        jobs.NoDuplicates();

        return [.. await jobs.OrderByDescending(index => index.CreatedUtc).ThenByDescending(index => index.Id).Take(count).ListAsync()];
    }

    public async Task<IReadOnlyList<string>> FindAbandonedAsync()
    {
        var now = clock.UtcNow;
        var found = await session
            .QueryIndex<CustomerJobIndex>(index => index.IsOpen && index.LeaseUntilUtc < now, CustomersConstants.Collection)
            .OrderBy(index => index.CreatedUtc)
            .Take(MaxJobs)
            .ListAsync();

        return [.. found.Select(row => row.JobId)];
    }

    public async Task<IReadOnlyList<(CustomerJobRefusal Refusal, ContentItem? Customer)>> FindRefusalsAsync(CustomerJob job, int skip, int count, ClaimsPrincipal user)
    {
        var (id, last) = (job.JobId, skip + count - 1);
        var found = session.Query<CustomerJobRefusals, CustomerJobRefusalsIndex>(
            index => index.JobId == id && index.First <= last && index.Last >= skip,
            collection: CustomersConstants.Collection);
        found.NoDuplicates();

        var refused = (await found.OrderBy(index => index.First).ListAsync())
            .SelectMany(step => step.Rows.Select((refusal, index) => (Refusal: refusal, Number: step.First + index)))
            .Where(row => row.Number >= skip && row.Number <= last)
            .Select(row => row.Refusal)
            .ToList();
        var selection = CustomerSelection.Of(refused.Select(refusal => refusal.ContentItemId));
        var customers = (await FindFirstAsync(selection, user, refused.Count)).ToDictionary(customer => customer.ContentItemId, StringComparer.Ordinal);

        return [.. refused.Select(refusal => (refusal, customers.GetValueOrDefault(refusal.ContentItemId)))];
    }

    public async Task<Result> StartAsync(CustomerJob job, ClaimsPrincipal user)
    {
        var action = actions.FirstOrDefault(action => action.Name == job.Action);
        job.UserId = IdOf(user);
        job.Value = job.Value?.Trim();

        if (action is null || job.UserId.Length == 0 || !Guid.TryParseExact(job.JobId, "N", out _))
        {
            return CustomerWriter.Refused("", S["This can't be done here. Go back to the list and try again."]);
        }

        if (await CheckAsync(action, job.Value) is { } problem)
        {
            return CustomerWriter.Refused(nameof(CustomerJob.Value), problem);
        }

        job.CreatedUtc = clock.UtcNow;
        job.Total = job.Selection.Ids?.Length ?? await rows.CountAsync(job.Selection, user);
        job.End = await rows.FindEndAsync(job.Selection, user);

        return await IsOursAsync(job) ?? await SaveAsync(job);
    }

    public async Task CancelAsync(string id)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ShellScope.UsingChildScopeAsync(scope => CancelAsync(scope.ServiceProvider.GetRequiredService<ISession>(), id));

                return;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // A step was committed at this moment; the next one is not.
            }
        }
    }

    public async Task DeleteOldAsync()
    {
        var limit = clock.UtcNow - Memory;
        var old = session.Query<CustomerJob, CustomerJobIndex>(index => !index.IsOpen && index.CreatedUtc < limit, collection: CustomersConstants.Collection);
        old.NoDuplicates();

        foreach (var job in await old.OrderBy(index => index.CreatedUtc).Take(MaxJobs).ListAsync())
        {
            var id = job.JobId;
            var steps = await session.Query<CustomerJobRefusals, CustomerJobRefusalsIndex>(index => index.JobId == id, collection: CustomersConstants.Collection).ListAsync();

            foreach (var step in steps)
            {
                session.Delete(step, CustomersConstants.Collection);
            }

            session.Delete(job, CustomersConstants.Collection);
        }
    }

    private static string IdOf(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";

    private static async Task CancelAsync(ISession session, string id)
    {
        if (await session.FindJobAsync(id) is { } job && job.IsOpen())
        {
            job.State = CustomerJobState.Cancelled;
            await session.SaveAsync(job, checkConcurrency: true, collection: CustomersConstants.Collection);
            await session.FlushAsync();
        }
    }

    private async Task<Result> SaveAsync(CustomerJob job)
    {
        try
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                var own = scope.ServiceProvider.GetRequiredService<ISession>();
                await own.SaveAsync(job, collection: CustomersConstants.Collection);
                await own.FlushAsync();
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

    /// <summary>Success when the job was started before; a refusal when somebody else has one of this id; else <see langword="null"/>.</summary>
    private async Task<Result?> IsOursAsync(CustomerJob job)
        => await FindAsync(job.JobId) is not { } stored ? null
            : stored.UserId == job.UserId ? Result.Success()
            : CustomerWriter.Refused("", S["This can't be done here. Go back to the list and try again."]);

    private async Task<LocalizedString?> CheckAsync(ICustomerBulkAction action, string? value)
    {
        if (await action.GetInputAsync() is not { } input)
        {
            return null;
        }

        if (string.IsNullOrEmpty(value))
        {
            return input.IsRequired ? S["{0} is required.", input.Label] : null;
        }

        if (input.Options is { } options)
        {
            return options.Any(option => option.Value == value) ? null : S["{0}: this can't be chosen any more.", input.Label];
        }

        return value.Length > MaxTextLength ? S["{0} can have at most {1} characters; this has {2}.", input.Label, MaxTextLength, value.Length] : null;
    }
}

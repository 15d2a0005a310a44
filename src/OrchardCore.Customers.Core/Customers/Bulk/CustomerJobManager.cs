using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Bulk;

internal sealed class CustomerJobManager(
    ISession session,
    JobStore<CustomerJob> store,
    CustomerRows rows,
    IEnumerable<ICustomerBulkAction> actions,
    IClock clock,
    IStringLocalizer<CustomerJobManager> S) : ICustomerJobManager
{
    private const int MaxTextLength = 255;

    /// <summary>How many jobs are deleted at a time.</summary>
    private const int MaxJobs = 20;

    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public Task<int> FindCountAsync(CustomerSelection selection, ClaimsPrincipal user) => rows.CountAsync(selection, user);

    public Task<IReadOnlyList<ContentItem>> FindFirstAsync(CustomerSelection selection, ClaimsPrincipal user, int count)
        => rows.ReadAsync(selection, user, after: 0, end: long.MaxValue, count);

    public Task<CustomerJob?> FindAsync(string id) => store.FindAsync(id);

    public Task<IReadOnlyList<CustomerJob>> FindRecentAsync(ClaimsPrincipal user, int count) => store.FindRecentAsync(JobStore<CustomerJob>.IdOf(user), 0, count);

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
        job.UserId = JobStore<CustomerJob>.IdOf(user);
        job.Value = job.Value?.Trim();

        if (action is null)
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

        return await store.AddAsync(job);
    }

    public Task CancelAsync(string id) => JobStore<CustomerJob>.ChangeAsync(id, job =>
    {
        var isOpen = job.IsOpen();
        job.State = isOpen ? JobState.Cancelled : job.State;

        return isOpen;
    });

    public async Task DeleteOldAsync()
    {
        foreach (var job in await store.FindOldAsync(clock.UtcNow - Memory, MaxJobs))
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

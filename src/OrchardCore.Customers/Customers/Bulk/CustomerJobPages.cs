using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Bulk;

/// <summary>Says how far jobs are.</summary>
public sealed class CustomerJobPages(
    ICustomerJobManager jobs,
    IJobUsers users,
    IEnumerable<ICustomerBulkAction> actions,
    CustomerPageBuilder pages,
    JobWords words,
    IAuthorizationService authorizationService)
{
    private const int RowsShown = 50;
    private const int JobsShown = 20;

    /// <summary>The job, if the user may see it: who started it may, and who manages the customers' settings.</summary>
    public async Task<CustomerJob?> FindAsync(string id, ClaimsPrincipal user)
        => await jobs.FindAsync(id) is { } job && await authorizationService.MaySeeAsync(user, job) ? job : null;

    public async Task<CustomerJobViewModel> BuildAsync(CustomerJob job, int from, IUrlHelper url, ClaimsPrincipal user)
    {
        from = Math.Clamp(from, 0, Math.Max(0, job.Refused - 1));
        var refusals = job.Refused > 0 ? await jobs.FindRefusalsAsync(job, from, RowsShown, user) : [];

        return new CustomerJobViewModel
        {
            Job = job,
            Action = TextOf(job),
            Progress = await ProgressAsync(job),
            Refusals = [.. refusals.Select(row => Row(row.Refusal, row.Customer, url))],
            PreviousUrl = from > 0 ? JobUrl(job, Math.Max(0, from - RowsShown), url) : null,
            NextUrl = from + RowsShown < job.Refused ? JobUrl(job, from + RowsShown, url) : null,
            ListUrl = job.ListUrl ?? url.RouteUrl(CustomersRoutes.List)!,
        };
    }

    public async Task<IReadOnlyList<CustomerJobLine>> ListAsync(IUrlHelper url, ClaimsPrincipal user)
    {
        var lines = new List<CustomerJobLine>();

        foreach (var job in await jobs.FindRecentAsync(user, JobsShown))
        {
            lines.Add(new CustomerJobLine(job, TextOf(job), words.BadgeOf(job.State), await pages.WhenAsync(job.CreatedUtc, by: null), JobUrl(job, 0, url)));
        }

        return lines;
    }

    private static CustomerJobRow Row(CustomerJobRefusal refusal, ContentItem? customer, IUrlHelper url) => new(
        customer?.ListName(),
        refusal.Number,
        customer is null ? null : url.RouteUrl(CustomersRoutes.Display, new { id = customer.ContentItemId }),
        refusal.Reason);

    private static string JobUrl(CustomerJob job, int from, IUrlHelper url)
        => url.RouteUrl(CustomersRoutes.Job, from > 0 ? new { id = job.JobId, from } : new { id = job.JobId })!;

    private async Task<JobProgressModel> ProgressAsync(CustomerJob job)
    {
        var rate = JobWords.Rate(job.Handled(), job.StartedUtc, job.ChangedUtc);
        var left = job.Total - job.Handled();

        return new JobProgressModel
        {
            State = words.BadgeOf(job.State),
            Started = await pages.WhenAsync(job.CreatedUtc, await users.FindNameAsync(job.UserId)),
            Problem = job.Problem is { } problem ? $"{problem} {words.LeftAsTheyAre(left)}" : null,
            Done = job.Handled(),
            Total = job.Total,
            IsFinished = job.State == JobState.Finished,
            Text = words.Customers(job.Handled(), job.Total),
            Rate = rate,
            TimeLeft = job.IsOpen() ? words.TimeLeft(left, rate) : null,
        };
    }

    private string TextOf(CustomerJob job) => actions.FirstOrDefault(action => action.Name == job.Action)?.Text.Value ?? job.Action;
}

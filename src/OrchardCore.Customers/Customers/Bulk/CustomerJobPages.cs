using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Bulk;

/// <summary>Says how far jobs are.</summary>
public sealed class CustomerJobPages(
    ICustomerJobManager jobs,
    IJobUsers users,
    IEnumerable<ICustomerBulkAction> actions,
    CustomerPageBuilder pages,
    IAuthorizationService authorizationService,
    IStringLocalizer<CustomerJobPages> S)
{
    private const int RowsShown = 50;
    private const int JobsShown = 20;

    /// <summary>The job, if the user may see it: who started it may, and who manages the customers' settings.</summary>
    public async Task<CustomerJob?> FindAsync(string id, ClaimsPrincipal user)
        => await jobs.FindAsync(id) is { } job
            && (job.UserId == user.FindFirstValue(ClaimTypes.NameIdentifier) || await authorizationService.AuthorizeAsync(user, CustomersPermissions.ManageCustomerSettings))
            ? job
            : null;

    public async Task<CustomerJobViewModel> BuildAsync(CustomerJob job, int from, IUrlHelper url, ClaimsPrincipal user)
    {
        from = Math.Clamp(from, 0, Math.Max(0, job.Refused - 1));
        var refusals = job.Refused > 0 ? await jobs.FindRefusalsAsync(job, from, RowsShown, user) : [];
        var rate = Rate(job);

        return new CustomerJobViewModel
        {
            Job = job,
            Action = TextOf(job),
            State = BadgeOf(job),
            Started = await pages.WhenAsync(job.CreatedUtc, await users.FindNameAsync(job.UserId)),
            Rate = rate,
            TimeLeft = job.IsOpen() && rate > 0 ? TimeLeft((job.Total - job.Handled()) / rate.Value) : null,
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
            lines.Add(new CustomerJobLine(job, TextOf(job), BadgeOf(job), await pages.WhenAsync(job.CreatedUtc, by: null), JobUrl(job, 0, url)));
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

    /// <summary>Stored moments have whole seconds.</summary>
    private static double? Rate(CustomerJob job)
        => job.ChangedUtc - job.StartedUtc is { TotalSeconds: > 0 } duration ? job.Handled() / duration.TotalSeconds : null;

    private string TimeLeft(double seconds) => seconds switch
    {
        < 60 => S["less than a minute left"],
        < 3600 => S["about {0} min left", (int)Math.Ceiling(seconds / 60)],
        _ => S["about {0} h left", (int)Math.Ceiling(seconds / 3600)],
    };

    private string TextOf(CustomerJob job) => actions.FirstOrDefault(action => action.Name == job.Action)?.Text.Value ?? job.Action;

    private ListBadge BadgeOf(CustomerJob job) => job.State switch
    {
        JobState.Waiting => new(S["Waiting"], "circle-pause", "secondary"),
        JobState.Running => new(S["Running"], "circle-info", "primary"),
        JobState.Cancelled => new(S["Cancelled"], "xmark", "secondary"),
        JobState.Stopped => new(S["Stopped"], "triangle-exclamation", "danger"),
        _ => new(S["Done"], "circle-check", "success"),
    };
}

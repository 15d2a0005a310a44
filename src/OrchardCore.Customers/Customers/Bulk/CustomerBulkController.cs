using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.BackgroundJobs;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Bulk;

/// <summary>Asks before something is done with many customers, and starts it.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerBulkController(
    CustomerBulkPages pages,
    ICustomerJobManager jobs,
    CustomerJobRunner runner,
    INotifier notifier,
    IHtmlLocalizer<CustomerBulkController> H) : Controller
{
    /// <summary>Where a login leads that came between.</summary>
    [HttpGet]
    [Admin("Customers/Bulk", CustomersRoutes.Bulk + "Again")]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public IActionResult Again() => RedirectToRoute(CustomersRoutes.List);

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Bulk", CustomersRoutes.Bulk)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Ask([FromForm] CustomerBulkRequest request)
    {
        if (await pages.FindActionAsync(request, User) is not { } action)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await pages.ReadSelectionAsync(request, User) is { } selection
            ? View("Ask", await pages.AskAsync(request, action, selection, Url, User))
            : await NobodyAsync(request);
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Bulk/Start", CustomersRoutes.BulkStart)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Start([FromForm] CustomerBulkRequest request)
    {
        if (await pages.FindActionAsync(request, User) is not { } action)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await pages.ReadSelectionAsync(request, User) is not { } selection)
        {
            return await NobodyAsync(request);
        }

        var listUrl = CustomerBulkPages.ListUrl(request, Url);
        var job = new CustomerJob { JobId = request.Job ?? "", Action = action.Name, Value = request.Value, Selection = selection, ListUrl = listUrl };
        var started = await jobs.StartAsync(job, User);

        if (!started.Succeeded)
        {
            started.AddTo(ModelState);
            return View("Ask", await pages.AskAsync(request, action, selection, Url, User));
        }

        return await RunAsync(job, action);
    }

    /// <summary>Few customers are done at once; many while the user looks on, or does something else.</summary>
    private async Task<IActionResult> RunAsync(CustomerJob job, ICustomerBulkAction action)
    {
        var id = job.JobId;
        var jobUrl = Url.RouteUrl(CustomersRoutes.Job, new { id })!;

        if (job.Total > CustomerBulkPages.MaxAtOnce)
        {
            await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("customers", scope => scope.ServiceProvider.GetRequiredService<CustomerJobRunner>().RunAsync(id));
            return LocalRedirect(jobUrl);
        }

        await runner.RunAsync(id);
        var done = await jobs.FindAsync(id);

        if (done is not { State: JobState.Finished })
        {
            return LocalRedirect(jobUrl);
        }

        if (done.Refused == 0)
        {
            await notifier.SuccessAsync(H["{0}: {1} of {2} customers done.", action.Text.Value, done.Done, done.Total]);
        }
        else
        {
            await notifier.ErrorAsync(H["{0}: {1} of {2} customers done, {3} refused. <a href=\"{4}\">See why</a>", action.Text.Value, done.Done, done.Total, done.Refused, jobUrl]);
        }

        return LocalRedirect(done.ListUrl!);
    }

    private async Task<IActionResult> NobodyAsync(CustomerBulkRequest request)
    {
        await notifier.ErrorAsync(H["Nobody was ticked. Tick the customers first."]);

        return LocalRedirect(CustomerBulkPages.ListUrl(request, Url));
    }
}

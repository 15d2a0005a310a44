using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.BackgroundJobs;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Exports customers: asks what, sends it or starts it, and keeps what was made in the background.</summary>
[Feature(CustomersConstants.Features.Transfer)]
[RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
public sealed class CustomerExportsController(ExportFormPages forms, ExportPages pages, IExportManager exports, INotifier notifier, IHtmlLocalizer<CustomerExportsController> H) : Controller
{
    private const string RunPath = "Customers/Exports/" + ExportRoutes.Id;

    [HttpGet]
    [Admin("Customers/Exports", ExportRoutes.List)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Index(int pagenum = 1) => View(await pages.ListAsync(pagenum, Url, User));

    [HttpGet]
    [Admin("Customers/Exports/New", ExportRoutes.Ask)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Ask(string? list) => await FormAsync(await forms.NewAsync(new() { List = list }, User));

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Exports/New", ExportRoutes.AskTicked)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> AskTicked([FromForm] CustomerBulkRequest request) => await FormAsync(await forms.NewAsync(request, User));

    /// <summary>Where a login leads that came between.</summary>
    [HttpGet]
    [Admin("Customers/Exports/Start", ExportRoutes.Start + "Again")]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public IActionResult Again() => RedirectToRoute(ExportRoutes.Ask);

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Exports/Start", ExportRoutes.Start)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Start([FromForm] ExportForm form)
    {
        if (!ModelState.IsValid || await forms.ReadAsync(form, ModelState, User) is not { } options)
        {
            return await FormAsync(form);
        }

        if (await forms.IsAtOnceAsync(form, options, User))
        {
            return new ExportFileResult(exports, options, await exports.NewNameAsync(options.Format), User);
        }

        var id = form.Job ?? "";
        var started = await exports.StartAsync(new ExportRun { JobId = id, Options = options }, User);

        if (!started.Succeeded)
        {
            started.AddTo(ModelState);

            return await FormAsync(form);
        }

        await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("customers-export", scope => scope.ServiceProvider.GetRequiredService<ExportRunner>().RunAsync(id));

        return RedirectToRoute(ExportRoutes.Run, new { id });
    }

    [HttpGet]
    [Admin(RunPath, ExportRoutes.Run)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Display(string id) => await pages.FindAsync(id, User) is { } run ? View(await pages.BuildAsync(run, Url)) : Gone();

    [HttpGet]
    [Admin(RunPath + "/Download", ExportRoutes.Download)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Download(string id)
    {
        if (await pages.FindAsync(id, User) is not { } run || await exports.FindFileAsync(run) is not { } file)
        {
            return Gone();
        }

        Response.ForOneUser();

        return File(file, ExportHeaders.TypeOf(run.Options.Format), run.FileName);
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(RunPath + "/Cancel", ExportRoutes.Cancel)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Cancel([FromRoute] string id)
    {
        if (await pages.FindAsync(id, User) is null)
        {
            return Gone();
        }

        await exports.CancelAsync(id);

        return RedirectToRoute(ExportRoutes.Run, new { id });
    }

    [HttpGet]
    [Admin(RunPath + "/Delete", ExportRoutes.Delete)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> Delete(string id) => await pages.FindAsync(id, User) is { } run ? View(pages.AskToDelete(run, Url)) : Gone();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(RunPath + "/Delete", ExportRoutes.Delete)]
    [RequirePermission(nameof(TransferPermissions.ExportCustomers))]
    public async Task<IActionResult> DeletePost([FromRoute] string id)
    {
        if (await pages.FindAsync(id, User) is not { } run)
        {
            return Gone();
        }

        await exports.DeleteAsync(id);
        await notifier.SuccessAsync(H["The export {0} was deleted.", run.FileName]);

        return RedirectToRoute(ExportRoutes.List);
    }

    private async Task<IActionResult> FormAsync(ExportForm form) => View("Form", await forms.BuildAsync(form, Url, await pages.DaysAsync(), User));

    /// <summary>The same for what has expired, was deleted, is somebody else's or never was.</summary>
    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;

        return View("Gone");
    }
}

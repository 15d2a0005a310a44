using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What was understood of a file, what its columns mean, and how it is to be imported.</summary>
[Feature(CustomersConstants.Features.Transfer)]
[RequirePermission(nameof(CustomersPermissions.EditCustomers))]
public sealed class CustomerImportPlanController(
    ImportPages runs,
    ImportPlanPages pages,
    ImportPlanner planner,
    INotifier notifier,
    IHtmlLocalizer<CustomerImportPlanController> H) : Controller
{
    /// <summary>A file may have 2,000 columns.</summary>
    private const int MaxFields = 5_000;

    [HttpGet]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Plan", ImportRoutes.Plan)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Plan(string id)
        => await runs.FindAsync(id, User) is not { } run ? NotFound()
            : run.MayBePlanned() ? View(await pages.OpenAsync(run, User))
            : RedirectToRoute(ImportRoutes.Run, new { id });

    [HttpPost, ActionName(nameof(Plan)), RequestFormLimits(ValueCountLimit = MaxFields), ValidateAntiForgeryToken]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Plan", ImportRoutes.Plan)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> PlanPost([FromRoute] string id, [FromForm] ImportPlanForm form)
    {
        if (await runs.FindAsync(id, User) is not { } run)
        {
            return NotFound();
        }

        if (!run.MayBePlanned())
        {
            await notifier.ErrorAsync(H["The import was begun meanwhile."]);

            return RedirectToRoute(ImportRoutes.Run, new { id });
        }

        var columns = ImportPlanner.ReadColumns(Request.Form[ImportPlanForm.Columns]);

        return form.Do switch
        {
            ImportPlanForm.Read => await ReadAsync(run, form, columns),
            ImportPlanForm.ApplyProfile => await ApplyAsync(run, form, columns),
            ImportPlanForm.SaveProfile => await SaveAsync(run, form, columns),
            ImportPlanForm.DeleteProfile => await DeleteAsync(run, form, columns),
            _ => await StartAsync(run, form, columns),
        };
    }

    private async Task<IActionResult> ReadAsync(ImportRun run, ImportPlanForm form, string?[] columns)
    {
        var read = await planner.ReadAgainAsync(run, form);

        if (!read.Succeeded || await runs.FindAsync(run.JobId, User) is not { } again)
        {
            return await FailAsync(run, form, columns, read);
        }

        return await ShowAsync(again, form, await pages.SuggestAsync(again, User));
    }

    private async Task<IActionResult> ApplyAsync(ImportRun run, ImportPlanForm form, string?[] columns)
    {
        if (await planner.ApplyAsync(run, form, User) is not var (applied, mapped))
        {
            ModelState.AddModelError(nameof(form.Profile), H["Choose one of the profiles."].Value);

            return View(nameof(Plan), await pages.BuildAsync(run, form, columns, User));
        }

        return await ShowAsync(run, applied, mapped);
    }

    private async Task<IActionResult> SaveAsync(ImportRun run, ImportPlanForm form, string?[] columns)
    {
        var saved = await planner.SaveAsync(run, form, columns, User);

        if (!saved.Succeeded)
        {
            return await FailAsync(run, form, columns, saved);
        }

        await notifier.SuccessAsync(H["The profile {0} was saved.", form.ProfileName!]);

        return await ShowAsync(run, form, columns);
    }

    private async Task<IActionResult> DeleteAsync(ImportRun run, ImportPlanForm form, string?[] columns)
    {
        var deleted = await planner.DeleteAsync(form, User);

        if (!deleted.Succeeded)
        {
            return await FailAsync(run, form, columns, deleted);
        }

        await notifier.SuccessAsync(H["The profile was deleted."]);
        form.Profile = null;

        return await ShowAsync(run, form, columns);
    }

    private async Task<IActionResult> StartAsync(ImportRun run, ImportPlanForm form, string?[] columns)
    {
        var started = ModelState.IsValid ? await planner.StartAsync(run, form, columns, User) : Result.Success();

        if (!started.Succeeded || !ModelState.IsValid)
        {
            return await FailAsync(run, form, columns, started);
        }

        await ImportBackground.RunAsync(run.JobId);

        return RedirectToRoute(ImportRoutes.Run, new { id = run.JobId });
    }

    private async Task<IActionResult> FailAsync(ImportRun run, ImportPlanForm form, string?[] columns, Result result)
    {
        result.AddTo(ModelState);

        return View(nameof(Plan), await pages.BuildAsync(run, form, columns, User));
    }

    /// <summary>The page as it is then, not as it was sent.</summary>
    private async Task<IActionResult> ShowAsync(ImportRun run, ImportPlanForm form, string?[] columns)
    {
        ModelState.Clear();

        return View(nameof(Plan), await pages.BuildAsync(run, form, columns, User));
    }
}

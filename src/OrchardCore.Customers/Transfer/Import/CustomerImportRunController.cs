using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>An import under way and afterwards: how far it is, what failed, and its undo.</summary>
[Feature(CustomersConstants.Features.Transfer)]
[RequirePermission(nameof(CustomersPermissions.EditCustomers))]
public sealed class CustomerImportRunController(
    ImportPages runs,
    ImportRunPages pages,
    ImportFiles files,
    IImportManager imports,
    INotifier notifier,
    IHtmlLocalizer<CustomerImportRunController> H) : Controller
{
    [HttpGet]
    [Admin("Customers/Imports/" + ImportRoutes.Id, ImportRoutes.Run)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Display(string id, long from, long left)
        => await runs.FindAsync(id, User) is not { } run ? NotFound()
            : run.Phase == ImportPhase.Setup && run.MayBePlanned() ? RedirectToRoute(ImportRoutes.Plan, new { id })
            : View(await pages.BuildAsync(run, from, left, Url, User));

    [HttpGet]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Failed", ImportRoutes.Failed)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Failed(string id)
    {
        if (await runs.FindAsync(id, User) is not { } run)
        {
            return NotFound();
        }

        await files.SendFailedAsync(run, Response);

        return new EmptyResult();
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Start", ImportRoutes.Start)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public Task<IActionResult> Start([FromRoute] string id) => BeginAsync(id, ImportPhase.Import);

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Pause", ImportRoutes.Pause)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Pause([FromRoute] string id)
    {
        if (await runs.FindAsync(id, User) is null)
        {
            return NotFound();
        }

        await imports.PauseAsync(id);

        return RedirectToRoute(ImportRoutes.Run, new { id });
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Resume", ImportRoutes.Resume)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Resume([FromRoute] string id)
    {
        if (await runs.FindAsync(id, User) is null)
        {
            return NotFound();
        }

        await imports.ResumeAsync(id);
        await ImportBackground.RunAsync(id);

        return RedirectToRoute(ImportRoutes.Run, new { id });
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Cancel", ImportRoutes.Cancel)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Cancel([FromRoute] string id, [FromForm] bool discard)
    {
        if (await runs.FindAsync(id, User) is not { } run)
        {
            return NotFound();
        }

        if (!run.MayBePlanned() || (run.Phase != ImportPhase.Setup && !discard))
        {
            await imports.CancelAsync(id);

            return RedirectToRoute(ImportRoutes.Run, new { id });
        }

        await imports.DiscardAsync(id);
        await notifier.SuccessAsync(H["The import of {0} was discarded.", run.FileName]);

        return RedirectToRoute(ImportRoutes.List);
    }

    [HttpGet]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Undo", ImportRoutes.Undo)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Undo(string id)
        => await runs.FindAsync(id, User) is not { } run ? NotFound()
            : await pages.MayUndoAsync(run, User) ? View(new ImportUndoViewModel(id, pages.AskToUndo(run)))
            : RedirectToRoute(ImportRoutes.Run, new { id });

    [HttpPost, ActionName(nameof(Undo)), ValidateAntiForgeryToken]
    [Admin("Customers/Imports/" + ImportRoutes.Id + "/Undo", ImportRoutes.Undo)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> UndoPost([FromRoute] string id)
        => await pages.MayUndoAsync(User) ? await BeginAsync(id, ImportPhase.Undo) : StatusCode(StatusCodes.Status403Forbidden);

    private async Task<IActionResult> BeginAsync(string id, ImportPhase phase)
    {
        if (await runs.FindAsync(id, User) is null)
        {
            return NotFound();
        }

        var started = await imports.StartAsync(id, phase, User);

        if (started.Succeeded)
        {
            await ImportBackground.RunAsync(id);
        }
        else
        {
            await notifier.ErrorAsync(H["{0}", string.Join(' ', started.Errors.Select(error => error.Message.Value))]);
        }

        return RedirectToRoute(ImportRoutes.Run, new { id });
    }
}

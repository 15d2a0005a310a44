using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>The imports there are, and the beginning of a new one.</summary>
[Feature(CustomersConstants.Features.Transfer)]
[RequirePermission(nameof(CustomersPermissions.EditCustomers))]
public sealed class CustomerImportsController(ImportPages pages, ImportFiles files, IImportManager imports) : Controller
{
    /// <summary>The name that the file has in the form.</summary>
    public const string Files = "Files";

    [HttpGet]
    [Admin("Customers/Imports", ImportRoutes.List)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Index(int pagenum = 1) => View(await pages.ListAsync(pagenum, Url, User));

    [HttpGet]
    [Admin("Customers/Imports/Upload", ImportRoutes.Upload)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Upload(UploadProblem? problem)
    {
        if (problem is { } known && ModelState.IsValid)
        {
            ModelState.AddModelError(Files, await pages.ExplainAsync(known));
        }

        return View(await pages.AskAsync());
    }

    [HttpPost, ActionName(nameof(Upload)), UploadLimit, ValidateAntiForgeryToken]
    [Admin("Customers/Imports/Upload", ImportRoutes.Upload)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> UploadPost([FromForm(Name = Files)] IFormFile? file)
    {
        if (file is null)
        {
            ModelState.AddModelError(Files, files.NoFile);

            return View(await pages.AskAsync());
        }

        await using var stream = file.OpenReadStream();
        var (result, run) = await imports.UploadAsync(stream, file.FileName, User, HttpContext.RequestAborted);

        if (run is not null)
        {
            return RedirectToRoute(ImportRoutes.Plan, new { id = run.JobId });
        }

        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(Files, error.Message.Value);
        }

        return View(await pages.AskAsync());
    }

    [HttpGet]
    [Admin("Customers/Imports/Template", ImportRoutes.Template)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Template() => await files.TemplateAsync(User);

    [HttpGet]
    [Admin("Customers/Imports/Columns", ImportRoutes.Columns)]
    [RequirePermission(nameof(TransferPermissions.ImportCustomers))]
    public async Task<IActionResult> Columns() => View(await pages.ExplainColumnsAsync(User));
}

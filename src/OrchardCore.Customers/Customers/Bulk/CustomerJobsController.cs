using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Bulk;

/// <summary>Bulk actions that were started: how far they are, what they refused, and a way to end them.</summary>
[Feature(CustomersConstants.Features.Customers)]
public sealed class CustomerJobsController(CustomerJobPages pages, ICustomerJobManager jobs) : Controller
{
    [HttpGet]
    [Admin("Customers/Jobs", CustomersRoutes.Jobs)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Index() => View(await pages.ListAsync(Url, User));

    [HttpGet]
    [Admin("Customers/Jobs/{id}", CustomersRoutes.Job)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Display(string id, int from)
        => await pages.FindAsync(id, User) is { } job ? View(await pages.BuildAsync(job, from, Url, User)) : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin("Customers/Jobs/{id}/Cancel", CustomersRoutes.JobCancel)]
    [RequirePermission(nameof(CustomersPermissions.ViewCustomers))]
    public async Task<IActionResult> Cancel([FromRoute] string id)
    {
        if (await pages.FindAsync(id, User) is null)
        {
            return NotFound();
        }

        await jobs.CancelAsync(id);

        return RedirectToRoute(CustomersRoutes.Job, new { id });
    }
}

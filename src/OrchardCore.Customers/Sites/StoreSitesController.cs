using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Sites;

/// <summary>The sites where customers shop: list, switching on and off, deleting, and asking whether a storefront is there.</summary>
[Feature(CustomersConstants.Features.Sites)]
public sealed class StoreSitesController(
    IStoreSiteManager manager,
    StoreSitePages pages,
    IStorefrontProbe probe,
    INotifier notifier,
    IHtmlLocalizer<StoreSitesController> H) : Controller
{
    private const string SitePath = "Customers/Sites/{code}";

    [HttpGet]
    [Admin("Customers/Sites", SitesRoutes.List)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Index() => View(await pages.ListAsync(Url));

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(SitePath + "/Active", SitesRoutes.SetActive)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> SetActive([FromRoute] string code, bool isActive)
    {
        if (await manager.FindAsync(code) is not { } site)
        {
            return NotFound();
        }

        var result = await manager.SetActiveAsync(site.Code, isActive);

        await (!result.Succeeded ? notifier.ErrorAsync(H["{0}", result.Errors.First().Message.Value])
            : isActive ? notifier.SuccessAsync(H["The site {0} is offered for customers.", site.Name])
            : notifier.SuccessAsync(H["The site {0} is not offered any more. Customers who have it keep it.", site.Name]));

        return RedirectToRoute(SitesRoutes.List);
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(SitePath + "/Test", SitesRoutes.Test)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Test([FromRoute] string code)
    {
        if (await manager.FindAsync(code) is not { } site)
        {
            return NotFound();
        }

        var answer = await probe.AskAsync(site, HttpContext.RequestAborted);
        var words = pages.Describe(site, answer);
        await (answer.State == StorefrontState.Answers ? notifier.SuccessAsync(words) : notifier.ErrorAsync(words));

        return RedirectToRoute(SitesRoutes.List);
    }

    [HttpGet]
    [Admin(SitePath + "/Delete", SitesRoutes.Delete)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Delete(string code) => await manager.FindAsync(code) is { } site ? View(await pages.AskToDeleteAsync(site, Url)) : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(SitePath + "/Delete", SitesRoutes.Delete)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> DeletePost([FromRoute] string code)
    {
        if (await manager.FindAsync(code) is { } site)
        {
            var result = await manager.DeleteAsync(site.Code);
            await (result.Succeeded ? notifier.SuccessAsync(H["The site {0} was deleted.", site.Name]) : notifier.ErrorAsync(H["{0}", result.Errors.First().Message.Value]));
        }

        return RedirectToRoute(SitesRoutes.List);
    }
}

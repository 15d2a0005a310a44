using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Sites;

/// <summary>Users who see the customers of some sites only.</summary>
[Feature(CustomersConstants.Features.Sites)]
public sealed class SiteUsersController(IUserSitesManager manager, SiteUserPages pages, INotifier notifier, IHtmlLocalizer<SiteUsersController> H) : Controller
{
    private const string UserPath = "Customers/Sites/Users/{userId}";

    [HttpGet]
    [Admin("Customers/Sites/Users", SitesRoutes.Users)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Index() => View(await pages.ListAsync(Url));

    [HttpGet]
    [Admin("Customers/Sites/Users/Create", SitesRoutes.LimitUser)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Create() => View("Form", await pages.FrameAsync(new SiteUserFormModel(), isNew: true, Url));

    [HttpPost, ActionName(nameof(Create)), ValidateAntiForgeryToken]
    [Admin("Customers/Sites/Users/Create", SitesRoutes.LimitUser)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> CreatePost(SiteUserFormModel model)
    {
        var userId = await pages.FindUserAsync(model.UserName, ModelState);

        return await SaveAsync(model, userId, isNew: true);
    }

    [HttpGet]
    [Admin(UserPath + "/Edit", SitesRoutes.EditUser)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Edit(string userId) => await manager.FindAsync(userId) is { } user
        ? View("Form", await pages.FrameAsync(new SiteUserFormModel { UserName = await pages.NameAsync(userId), Sites = user.Sites, Revision = user.Revision }, isNew: false, Url))
        : NotFound();

    [HttpPost, ActionName(nameof(Edit)), ValidateAntiForgeryToken]
    [Admin(UserPath + "/Edit", SitesRoutes.EditUser)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> EditPost([FromRoute] string userId, SiteUserFormModel model)
    {
        if (await manager.FindAsync(userId) is null)
        {
            return NotFound();
        }

        model.UserName = await pages.NameAsync(userId);
        ModelState.Remove(nameof(model.UserName));

        return await SaveAsync(model, userId, isNew: false);
    }

    [HttpGet]
    [Admin(UserPath + "/Delete", SitesRoutes.LiftUser)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Delete(string userId) => await manager.FindAsync(userId) is not null
        ? View(new SiteUserLiftViewModel(pages.AskToLift(await pages.NameAsync(userId)), Url.RouteUrl(SitesRoutes.Users)!))
        : NotFound();

    [HttpPost, ActionName(nameof(Delete)), ValidateAntiForgeryToken]
    [Admin(UserPath + "/Delete", SitesRoutes.LiftUser)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> DeletePost([FromRoute] string userId)
    {
        var name = await pages.NameAsync(userId);
        var result = await manager.DeleteAsync(userId);
        await (result.Succeeded ? notifier.SuccessAsync(H["{0} sees the customers of all sites.", name]) : notifier.ErrorAsync(H["{0}", result.Errors.First().Message.Value]));

        return RedirectToRoute(SitesRoutes.Users);
    }

    private async Task<IActionResult> SaveAsync(SiteUserFormModel model, string userId, bool isNew)
    {
        if (ModelState.IsValid)
        {
            var result = await manager.SaveAsync(new UserSites { UserId = userId, Sites = model.Sites ?? [], Revision = model.Revision });

            foreach (var error in result.Errors)
            {
                // The form knows the user by name, and shows no revision.
                ModelState.AddModelError(error.Key switch { nameof(UserSites.UserId) => nameof(model.UserName), nameof(UserSites.Revision) => "", _ => error.Key }, error.Message.Value);
            }

            await TakeStoredAsync(model, userId, result.Errors.Any(error => error.Key == nameof(UserSites.Revision)));
        }

        if (!ModelState.IsValid)
        {
            return View("Form", await pages.FrameAsync(model, isNew, Url));
        }

        await notifier.SuccessAsync(H["{0} is limited to the sites that were chosen.", await pages.NameAsync(userId)]);

        return RedirectToRoute(SitesRoutes.Users);
    }

    /// <summary>Somebody else was faster: what is stored is shown, and saving again is a decision.</summary>
    private async Task TakeStoredAsync(SiteUserFormModel model, string userId, bool isOutdated)
    {
        if (isOutdated)
        {
            var stored = await SiteUserPages.ReadStoredAsync(userId);
            (model.Sites, model.Revision) = (stored?.Sites ?? model.Sites, stored?.Revision ?? 0);
            ModelState.Remove(nameof(model.Revision));
            ModelState.Remove(nameof(model.Sites));
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Platform.Tests.Module.Pages;

/// <summary>Pages that show one thing each: zones, resources, notifications, statuses.</summary>
[Feature("Platform.Tests.Module")]
public sealed class PagesController(INotifier notifier, IHtmlLocalizer<PagesController> H) : Controller
{
    [Admin("Pages/Zones", "PagesZones")]
    public IActionResult Zones() => View();

    [Admin("Pages/Resources", "PagesResources")]
    public IActionResult Resources() => View();

    /// <summary>An admin action without a template has the default address.</summary>
    [Admin]
    public IActionResult Plain(string id) => View((object)id);

    /// <summary>No admin action: everybody may see it, in the site's layout.</summary>
    [Route("pages/public", Name = "PagesPublic")]
    public IActionResult Public() => View();

    /// <summary>A filter answers before there is an action.</summary>
    [Route("pages/instead", Name = "PagesInstead")]
    [ShowsInstead]
    public IActionResult Instead() => View("Zones");

    [Admin("Pages/Notifications", "PagesNotifications")]
    public async Task<IActionResult> Notifications(bool here)
    {
        await notifier.SuccessAsync(H["Saved <em>{0}</em>.", "<script>alert(1)</script>"]);
        await notifier.ErrorAsync(H["Broken: {0}", "a & b"]);

        return here ? View("Zones") : RedirectToRoute("PagesZones");
    }

    [Admin("Pages/Status/{status:regex(^[0-9]+$)}", "PagesStatus")]
    public IActionResult Status(int status) => status switch
    {
        403 => Forbid(),
        404 => NotFound(),
        401 => Challenge(),
        _ => throw new InvalidOperationException("This page is broken."),
    };
}

/// <summary>Shows the public page instead of what the action shows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShowsInsteadAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context) => context.Result = new ViewResult { ViewName = "Public" };
}

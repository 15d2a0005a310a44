using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Sites;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Makes the secrets of storefronts, shows each once, and takes them back.</summary>
[Feature(CustomersConstants.Features.AssistedBuying)]
public sealed class StorefrontSecretsController(IStorefrontCredentials credentials, IStoreSiteManager sites, INotifier notifier, IHtmlLocalizer<StorefrontSecretsController> H) : Controller
{
    private const string Path = "Customers/Sites/{code}/Secret";

    /// <summary>It answers with the page itself: a redirect would need the secret kept somewhere.</summary>
    [HttpPost, ValidateAntiForgeryToken]
    [Admin(Path, AssistRoutes.ReplaceSecret)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Replace([FromRoute] string code)
    {
        if (await sites.FindAsync(code) is not { } site)
        {
            return NotFound();
        }

        var (result, secret) = await credentials.ReplaceAsync(site.Code);

        if (secret is null)
        {
            return await LeaveAsync(site, result);
        }

        Response.Headers.CacheControl = "no-store";

        return View("Shown", new StorefrontSecretViewModel(site.Name, site.Code, secret, Url.RouteUrl(SitesRoutes.Edit, new { code = site.Code })!));
    }

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(Path + "/Revoke", AssistRoutes.RevokeSecret)]
    [RequirePermission(nameof(SitesPermissions.ManageSites))]
    public async Task<IActionResult> Revoke([FromRoute] string code)
        => await sites.FindAsync(code) is { } site ? await LeaveAsync(site, await credentials.RevokeAsync(site.Code)) : NotFound();

    private async Task<IActionResult> LeaveAsync(StoreSite site, Result result)
    {
        await (result.Succeeded ? notifier.SuccessAsync(H["The storefront of {0} has no secret any more. Sessions there have ended.", site.Name]) : notifier.ErrorAsync(H["{0}", result.Errors.First().Message.Value]));

        return RedirectToRoute(SitesRoutes.Edit, new { code = site.Code });
    }
}

/// <summary>A secret, for the one time it is shown.</summary>
public sealed record StorefrontSecretViewModel(string Site, string Code, string Secret, string SiteUrl);

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Begins sessions in which a user acts for a customer, and ends them.</summary>
[Feature(CustomersConstants.Features.AssistedBuying)]
public sealed class AssistController(
    ICustomerManager customers,
    IAssistedBuyingService assist,
    AssistPages pages,
    AssistLogPages logPages,
    IAuthorizationService authorizationService,
    INotifier notifier,
    IHtmlLocalizer<AssistController> H) : Controller
{
    private const string Path = "Customers/" + CustomersRoutes.Id + "/Assist";

    [HttpGet]
    [Admin(Path, AssistRoutes.Start)]
    [RequirePermission(nameof(AssistedBuyingPermissions.AssistCustomers))]
    public async Task<IActionResult> Start(string id, string? returnUrl)
        => await FindAsync(id) is { } customer ? View(await pages.FrameAsync(new AssistFormModel(), customer, User, Url, ListUrl(returnUrl))) : NotFound();

    [HttpPost, ActionName(nameof(Start)), ValidateAntiForgeryToken]
    [Admin(Path, AssistRoutes.Start)]
    [RequirePermission(nameof(AssistedBuyingPermissions.AssistCustomers))]
    public async Task<IActionResult> StartPost([FromRoute] string id, AssistFormModel model, string? returnUrl)
    {
        if (await FindAsync(id) is not { } customer)
        {
            return NotFound();
        }

        var (result, start) = await assist.StartAsync(User, AssistPages.Read(model, id));
        result.AddTo(ModelState);

        if (start is null)
        {
            return View(nameof(Start), await pages.FrameAsync(model, customer, User, Url, ListUrl(returnUrl)));
        }

        // The storefront is not told where in the admin somebody came from.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";

        return Redirect(start.Url);
    }

    [HttpGet]
    [Admin(Path + "/{sessionId:length(32)}", AssistRoutes.Log)]
    [RequirePermission(nameof(AssistedBuyingPermissions.AssistCustomers))]
    public async Task<IActionResult> Log(string id, string sessionId, string? returnUrl, int pagenum = 1)
        => await FindAsync(id) is { } customer && await assist.FindAsync(id, sessionId) is { } session ? View(await logPages.ReadAsync(customer, session, pagenum, Url, ListUrl(returnUrl))) : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(Path + "/{sessionId:length(32)}/Revoke", AssistRoutes.Revoke)]
    [RequirePermission(nameof(AssistedBuyingPermissions.AssistCustomers))]
    public async Task<IActionResult> Revoke([FromRoute] string id, [FromRoute] string sessionId, string? returnUrl)
    {
        if (await FindAsync(id) is null)
        {
            return NotFound();
        }

        var result = await assist.RevokeAsync(id, sessionId);
        await (result.Succeeded ? notifier.SuccessAsync(H["The session is over."]) : notifier.ErrorAsync(H["{0}", result.Errors.First().Message.Value]));

        return RedirectToRoute(CustomersRoutes.Display, new { id, tab = AssistTab.TabName, returnUrl = ListUrl(returnUrl) });
    }

    /// <summary>The customer, if there is one that the user may act for.</summary>
    private async Task<ContentItem?> FindAsync(string id)
    {
        var customer = await customers.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(User, AssistedBuyingPermissions.AssistCustomers, customer) ? customer : null;
    }

    private string ListUrl(string? returnUrl) => this.LocalOr(returnUrl, CustomersRoutes.List);
}

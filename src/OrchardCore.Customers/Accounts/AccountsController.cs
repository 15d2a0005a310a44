using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Shared;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>What those who look after accounts do with one of them; each leads back to where it was asked for.</summary>
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountsController(
    ICustomerManager customers,
    ICustomerAccountManager accounts,
    Outbox outbox,
    IAuthorizationService authorizationService,
    INotifier notifier,
    IHtmlLocalizer<AccountsController> H) : Controller
{
    private const string AccountPath = "Customers/" + CustomersRoutes.Id + "/Account";

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(AccountPath + "/Invite", AccountsRoutes.Invite)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerAccounts))]
    public async Task<IActionResult> Invite([FromRoute] string id, string? returnUrl)
        => await FindAsync(id) is { } customer ? await LeaveAsync(id, returnUrl, await accounts.InviteAsync(customer), await SentAsync(customer)) : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(AccountPath + "/Revoke", AccountsRoutes.Revoke)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerAccounts))]
    public async Task<IActionResult> Revoke([FromRoute] string id, string? returnUrl)
        => await FindAsync(id) is { } customer ? await LeaveAsync(id, returnUrl, await accounts.RevokeAsync(customer), H["What was mailed to {0} does not work any more.", customer.ListName()]) : NotFound();

    [HttpPost, ValidateAntiForgeryToken]
    [Admin(AccountPath + "/EndSessions", AccountsRoutes.EndSessions)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerAccounts))]
    public async Task<IActionResult> EndSessions([FromRoute] string id, string? returnUrl)
        => await FindAsync(id) is { } customer ? await LeaveAsync(id, returnUrl, await accounts.EndSessionsAsync(customer), H["{0} is logged out everywhere.", customer.ListName()]) : NotFound();

    [HttpGet]
    [Admin(AccountPath + "/Detach", AccountsRoutes.Detach)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerAccounts))]
    public async Task<IActionResult> Detach(string id)
        => await FindAsync(id) is { } customer ? View(new DetachViewModel(customer.ListName(), Url.RouteUrl(CustomersRoutes.Display, new { id, tab = AccountTab.TabName })!)) : NotFound();

    [HttpPost, ActionName(nameof(Detach)), ValidateAntiForgeryToken]
    [Admin(AccountPath + "/Detach", AccountsRoutes.Detach)]
    [RequirePermission(nameof(CustomersPermissions.ManageCustomerAccounts))]
    public async Task<IActionResult> DetachPost([FromRoute] string id, string? returnUrl)
        => await FindAsync(id) is { } customer ? await LeaveAsync(id, returnUrl, await accounts.DetachAsync(customer), H["{0} has no account any more.", customer.ListName()]) : NotFound();

    /// <summary>The customer, if there is one that the user may do this with.</summary>
    private async Task<ContentItem?> FindAsync(string id)
    {
        var customer = await customers.FindAsync(id);

        return customer is not null && await authorizationService.AuthorizeAsync(User, CustomersPermissions.ManageCustomerAccounts, customer) ? customer : null;
    }

    private async Task<LocalizedHtmlString> SentAsync(ContentItem customer) => await outbox.IsStuckAsync()
        ? H["The mail to {0} waits: the mail server did not take the last one. It is tried again and again, and this page says when it was sent.", customer.ListName()]
        : H["A mail with a link is on its way to {0}.", customer.ListName()];

    private async Task<IActionResult> LeaveAsync(string id, string? returnUrl, Result result, LocalizedHtmlString done)
    {
        await (result.Succeeded ? notifier.SuccessAsync(done) : notifier.ErrorAsync(H["{0}", string.Join(' ', result.Errors.Select(error => error.Message.Value))]));

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Url.RouteUrl(CustomersRoutes.Display, new { id, tab = AccountTab.TabName })!);
    }
}

/// <summary>Asks what the dialog asks, where there is no JavaScript.</summary>
public sealed record DetachViewModel(string Name, string CancelUrl);

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// A user the site has already becomes the account of the customer with the same e-mail address. Whoever has the link
/// reads that address's mail; that it is the same user, the user's password shows.
/// </summary>
[AccountPage]
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountAttachController(
    ICustomerAccountManager accounts,
    AccountVisitor visitor,
    AccountLimits limits,
    IStringLocalizer<AccountAttachController> S) : Controller
{
    [HttpGet(AccountRoutes.Root + "/attach", Name = AccountRoutes.Attach), AllowAnonymous]
    public async Task<IActionResult> Attach(string? code)
        => await FindAsync(code) is { } found ? View(Model(found, code!)) : this.DeadLink(isForPassword: true);

    [HttpPost(AccountRoutes.Root + "/attach"), ActionName(nameof(Attach)), AllowAnonymous, ValidateAntiForgeryToken]
    public async Task<IActionResult> AttachPost(AttachInput input)
    {
        var attempt = await limits.TryFromHereAsync(AccountAction.RedeemLink);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        if (await FindAsync(input.Code) is not { } found)
        {
            return this.DeadLink(isForPassword: true);
        }

        var model = Model(found, input.Code!);

        if (model.NeedsPassword && !ModelState.Require(input.CurrentPassword, AccountFields.CurrentPassword, S["Enter your password."]))
        {
            return View(model);
        }

        var result = await accounts.AttachAsync(input.Code!, visitor.UserId, input.CurrentPassword);

        if (result.Concerns(AccountFields.Code))
        {
            return this.DeadLink(isForPassword: true);
        }

        if (!result.Succeeded)
        {
            result.AddTo(ModelState);

            return View(model);
        }

        await limits.ForgiveAsync(attempt);

        return this.Done(visitor.UserId is null ? AccountRoutes.LogIn : AccountRoutes.Details, AccountNote.Attached);
    }

    private async Task<AccountCode?> FindAsync(string? code)
        => string.IsNullOrEmpty(code) ? null : await accounts.FindCodeAsync(code, AccountCodePurpose.Attach);

    private AttachModel Model(AccountCode found, string code) => new(code, found.Email, NeedsPassword: found.UserId is null || visitor.UserId != found.UserId);
}

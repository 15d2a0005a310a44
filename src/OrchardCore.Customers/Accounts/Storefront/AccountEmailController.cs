using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Customers change their e-mail address: it is theirs once a link that was mailed to it is followed.</summary>
[AccountPage]
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountEmailController(
    ICustomerAccountManager accounts,
    AccountVisitor visitor,
    AccountLimits limits,
    IStringLocalizer<AccountEmailController> S) : Controller
{
    [HttpGet(AccountRoutes.Root + "/email", Name = AccountRoutes.Email), CustomerOnly]
    public IActionResult Change(bool sent) => View(new EmailModel(visitor.Record.Email, new ChangeEmailInput(), sent));

    [HttpPost(AccountRoutes.Root + "/email"), ActionName(nameof(Change)), CustomerOnly, ValidateAntiForgeryToken]
    public async Task<IActionResult> ChangePost(ChangeEmailInput input)
    {
        var isComplete = ModelState.Require(input.Email, AccountFields.Email, S["Enter the new e-mail address."])
            & ModelState.Require(input.CurrentPassword, AccountFields.CurrentPassword, S["Enter your password."]);

        if (!isComplete)
        {
            return View(new EmailModel(visitor.Record.Email, input, IsSent: false));
        }

        // Each of these mails somebody, so the right ones count as well.
        var attempt = await limits.TryForAsync(AccountAction.ChangeEmail, visitor.UserId!);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        var result = await accounts.RequestEmailAsync(visitor.Customer, input.CurrentPassword!, input.Email!);

        if (!result.Succeeded)
        {
            result.AddTo(ModelState);

            return View(new EmailModel(visitor.Record.Email, input, IsSent: false));
        }

        return RedirectToRoute(AccountRoutes.Email, new { sent = true });
    }

    [HttpGet(AccountRoutes.Root + "/confirm-email", Name = AccountRoutes.ConfirmEmail), AllowAnonymous]
    public async Task<IActionResult> Confirm(string? code)
        => await FindAsync(code) is { } found ? View(new ConfirmEmailModel(code!, found.Email)) : this.DeadLink(isForPassword: false);

    [HttpPost(AccountRoutes.Root + "/confirm-email"), ActionName(nameof(Confirm)), AllowAnonymous, ValidateAntiForgeryToken]
    public async Task<IActionResult> ConfirmPost(string? code)
    {
        var attempt = await limits.TryFromHereAsync(AccountAction.RedeemLink);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        if (await FindAsync(code) is not { } found)
        {
            return this.DeadLink(isForPassword: false);
        }

        var result = await accounts.ConfirmEmailAsync(code!);

        if (result.Concerns(AccountFields.Code))
        {
            return this.DeadLink(isForPassword: false);
        }

        await limits.ForgiveAsync(attempt);

        if (!result.Succeeded)
        {
            result.AddTo(ModelState);

            return View(new ConfirmEmailModel(code!, found.Email));
        }

        await visitor.LogOutAsync();

        return this.Done(AccountRoutes.LogIn, AccountNote.EmailChanged);
    }

    private async Task<AccountCode?> FindAsync(string? code)
        => string.IsNullOrEmpty(code) ? null : await accounts.FindCodeAsync(code, AccountCodePurpose.Email);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Customers set, reset and change their passwords. A link only shows a form: what looks at the links in mails before their
/// reader does must not use them up.
/// </summary>
[AccountPage]
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountPasswordController(
    ICustomerAccountManager accounts,
    AccountVisitor visitor,
    AccountLimits limits,
    IStringLocalizer<AccountPasswordController> S) : Controller
{
    [HttpGet(AccountRoutes.Root + "/set-password", Name = AccountRoutes.SetPassword), AllowAnonymous]
    public Task<IActionResult> Set(string? code) => AskAsync(code, AccountCodePurpose.Invitation);

    [HttpPost(AccountRoutes.Root + "/set-password"), ActionName(nameof(Set)), AllowAnonymous, ValidateAntiForgeryToken]
    public Task<IActionResult> SetPost(NewPasswordInput input) => RedeemAsync(input, AccountCodePurpose.Invitation);

    [HttpGet(AccountRoutes.Root + "/reset-password", Name = AccountRoutes.ResetPassword), AllowAnonymous]
    public Task<IActionResult> Reset(string? code) => AskAsync(code, AccountCodePurpose.Reset);

    [HttpPost(AccountRoutes.Root + "/reset-password"), ActionName(nameof(Reset)), AllowAnonymous, ValidateAntiForgeryToken]
    public Task<IActionResult> ResetPost(NewPasswordInput input) => RedeemAsync(input, AccountCodePurpose.Reset);

    [HttpGet(AccountRoutes.Root + "/forgot-password", Name = AccountRoutes.ForgotPassword), AllowAnonymous]
    public IActionResult Forgot(bool sent) => sent ? View("Sent") : View(new ForgotPasswordInput());

    /// <summary>The answer is the same for every address, also for one that too much was mailed to.</summary>
    [HttpPost(AccountRoutes.Root + "/forgot-password"), ActionName(nameof(Forgot)), AllowAnonymous, ValidateAntiForgeryToken]
    public async Task<IActionResult> ForgotPost(ForgotPasswordInput input)
    {
        if (!ModelState.Require(input.Email, nameof(input.Email), S["Enter your e-mail address."]))
        {
            return View(input);
        }

        if (!input.Email!.Trim().Trim('@').Contains('@', StringComparison.Ordinal))
        {
            ModelState.AddModelError(nameof(input.Email), S["This is no e-mail address. One looks like name@example.com."]);

            return View(input);
        }

        var fromHere = await limits.TryFromHereAsync(AccountAction.ForgotPassword);

        if (!fromHere.IsAllowed)
        {
            return this.TooMany(fromHere);
        }

        if ((await limits.TryForAsync(AccountAction.ForgotPassword, SearchText.FoldEmail(input.Email))).IsAllowed)
        {
            await accounts.RequestPasswordAsync(input.Email);
        }

        return RedirectToRoute(AccountRoutes.ForgotPassword, new { sent = true });
    }

    [HttpGet(AccountRoutes.Root + "/change-password", Name = AccountRoutes.ChangePassword), CustomerOnly]
    public IActionResult Change() => View();

    [HttpPost(AccountRoutes.Root + "/change-password"), ActionName(nameof(Change)), CustomerOnly, ValidateAntiForgeryToken]
    public async Task<IActionResult> ChangePost(ChangePasswordInput input)
    {
        var isComplete = ModelState.Require(input.CurrentPassword, AccountFields.CurrentPassword, S["Enter the password you have now."])
            & IsPassword(input.Password, input.Repeat);

        if (!isComplete)
        {
            return View();
        }

        var attempt = await limits.TryForAsync(AccountAction.ConfirmPassword, visitor.UserId!);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        var result = await accounts.ChangePasswordAsync(visitor.Customer, input.CurrentPassword!, input.Password!);

        if (!result.Concerns(AccountFields.CurrentPassword))
        {
            await limits.ForgiveAsync(attempt);
        }

        if (!result.Succeeded)
        {
            result.AddTo(ModelState);

            return View();
        }

        await visitor.LogOutAsync();

        return this.Done(AccountRoutes.LogIn, AccountNote.PasswordChanged);
    }

    private async Task<IActionResult> AskAsync(string? code, AccountCodePurpose purpose)
        => await FindAsync(code, purpose) is { } found ? View("New", Model(found, code!, purpose)) : this.DeadLink(isForPassword: true);

    private async Task<IActionResult> RedeemAsync(NewPasswordInput input, AccountCodePurpose purpose)
    {
        var attempt = await limits.TryFromHereAsync(AccountAction.RedeemLink);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        if (await FindAsync(input.Code, purpose) is not { } found)
        {
            return this.DeadLink(isForPassword: true);
        }

        if (IsPassword(input.Password, input.Repeat))
        {
            var result = await accounts.SetPasswordAsync(input.Code!, input.Password!);

            if (result.Concerns(AccountFields.Code))
            {
                return this.DeadLink(isForPassword: true);
            }

            result.AddTo(ModelState);
        }

        // Only codes that are guessed count. Forgiving comes last: it begins to write.
        await limits.ForgiveAsync(attempt);

        if (!ModelState.IsValid)
        {
            return View("New", Model(found, input.Code!, purpose));
        }

        await visitor.LogOutAsync();

        return this.Done(AccountRoutes.LogIn, AccountNote.PasswordSet);
    }

    private async Task<AccountCode?> FindAsync(string? code, AccountCodePurpose purpose)
        => string.IsNullOrEmpty(code) ? null : await accounts.FindCodeAsync(code, purpose);

    private static NewPasswordModel Model(AccountCode found, string code, AccountCodePurpose purpose) => purpose == AccountCodePurpose.Invitation
        ? new NewPasswordModel(AccountRoutes.SetPassword, code, found.Email, IsFirst: true)
        : new NewPasswordModel(AccountRoutes.ResetPassword, code, found.Email, found.UserId is null);

    private bool IsPassword(string? password, string? repeat)
    {
        if (!ModelState.Require(password, AccountFields.Password, S["Enter a new password."]))
        {
            return false;
        }

        if (password != repeat)
        {
            ModelState.AddModelError(nameof(NewPasswordInput.Repeat), S["This is not the same password as above."]);
        }

        return password == repeat;
    }
}

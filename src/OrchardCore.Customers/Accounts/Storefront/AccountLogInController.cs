using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Accounts;

/// <summary>Customers log in and out.</summary>
[AccountPage]
[Feature(CustomersConstants.Features.Accounts)]
public sealed class AccountLogInController(
    AccountLogIn logIn,
    AccountLimits limits,
    AccountVisitor visitor,
    ICustomerAccountManager accounts,
    IStringLocalizer<AccountLogInController> S) : Controller
{
    [HttpGet(AccountRoutes.Root + "/login", Name = AccountRoutes.LogIn), AllowAnonymous]
    public async Task<IActionResult> LogIn(string? returnUrl)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(this.LocalOr(returnUrl, AccountRoutes.Details));
        }

        return await logIn.BeginAsync() ?? await ShowAsync(new LogInInput(), returnUrl);
    }

    [HttpPost(AccountRoutes.Root + "/login"), ActionName(nameof(LogIn)), AllowAnonymous, ValidateAntiForgeryToken]
    public async Task<IActionResult> LogInPost(LogInInput input, string? returnUrl)
    {
        var isComplete = ModelState.Require(input.Email, nameof(input.Email), S["Enter your e-mail address."])
            & ModelState.Require(input.Password, nameof(input.Password), S["Enter your password."]);

        if (!isComplete || (await logIn.SettingsAsync()).DisableLocalLogin)
        {
            return await ShowAsync(input, returnUrl);
        }

        var attempt = await limits.TryFromHereAsync(AccountAction.LogIn);

        if (!attempt.IsAllowed)
        {
            return this.TooMany(attempt);
        }

        var (outcome, elsewhere) = await logIn.TryAsync(input, ModelState);

        if (outcome is LogInOutcome.Refused)
        {
            if (ModelState.IsValid)
            {
                ModelState.AddModelError("", S["The e-mail address or the password is wrong. After several wrong passwords an account is locked for a few minutes."]);
            }

            return await ShowAsync(input, returnUrl);
        }

        // Whoever knows the password is no guesser.
        await limits.ForgiveAsync(attempt);

        if (outcome is LogInOutcome.Closed)
        {
            ModelState.AddModelError("", S["This account is no longer active. Please ask us if you think it should be."]);

            return await ShowAsync(input, returnUrl);
        }

        var target = this.LocalOr(returnUrl, AccountRoutes.Details);

        return elsewhere ?? (outcome is LogInOutcome.TwoFactor
            ? RedirectToAction("LoginWithTwoFactorAuthentication", "TwoFactorAuthentication", new { area = "OrchardCore.Users", returnUrl = target, input.RememberMe })
            : LocalRedirect(target));
    }

    [HttpPost(AccountRoutes.Root + "/logout", Name = AccountRoutes.LogOut), AllowAnonymous, ValidateAntiForgeryToken]
    public async Task<IActionResult> LogOut()
    {
        await visitor.LogOutAsync();

        return this.Done(AccountRoutes.LogIn, AccountNote.LoggedOut);
    }

    [HttpPost(AccountRoutes.Root + "/logout-everywhere", Name = AccountRoutes.LogOutEverywhere), CustomerOnly, ValidateAntiForgeryToken]
    public async Task<IActionResult> LogOutEverywhere()
    {
        var result = await accounts.EndSessionsAsync(visitor.Customer);

        if (!result.Succeeded)
        {
            result.AddTo(ModelState);

            return View("AccountFailed");
        }

        await visitor.LogOutAsync();

        return this.Done(AccountRoutes.LogIn, AccountNote.LoggedOutEverywhere);
    }

    private async Task<IActionResult> ShowAsync(LogInInput input, string? returnUrl)
    {
        var settings = await logIn.SettingsAsync();

        if (settings.DisableLocalLogin)
        {
            ModelState.AddModelError("", S["This site lets nobody log in with a password at the moment."]);
        }

        return View("LogIn", new LogInModel(input, settings.AllowRememberMe, returnUrl));
    }
}

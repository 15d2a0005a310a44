using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Logs customers in as Orchard does: its settings, its lock after too many wrong passwords, its second factor, and whoever
/// listens to its log-in hold here too.
/// </summary>
public sealed class AccountLogIn(
    IUserService userService,
    SignInManager<IUser> signInManager,
    LogInListeners listeners,
    ICustomerAccountManager accounts,
    ISiteService siteService,
    DummyPassword dummyPassword)
{
    public Task<LoginSettings> SettingsAsync() => siteService.GetSettingsAsync<LoginSettings>();

    /// <summary>Where another part of the site wants those who come to log in; <see langword="null"/> when they may.</summary>
    public Task<IActionResult?> BeginAsync() => listeners.BeginAsync();

    public async Task<(LogInOutcome Outcome, IActionResult? Elsewhere)> TryAsync(LogInInput input, ModelStateDictionary modelState)
    {
        var (name, password) = (input.Email!.Trim(), input.Password!);
        await listeners.LoggingInAsync(name, modelState.AddModelError);

        if (!modelState.IsValid)
        {
            return (LogInOutcome.Refused, null);
        }

        if (await userService.GetUserAsync(name) is not { } user)
        {
            dummyPassword.Check(password);
            await listeners.FailedAsync(name);

            return (LogInOutcome.Refused, null);
        }

        var answer = await TryAsync(user, password, input.RememberMe);

        if (answer.Outcome is LogInOutcome.Refused)
        {
            await listeners.FailedAsync(user);
        }

        return answer;
    }

    private async Task<(LogInOutcome Outcome, IActionResult? Elsewhere)> TryAsync(IUser user, string password, bool rememberMe)
    {
        if (!(await CheckAsync(user, password)).Succeeded)
        {
            return (LogInOutcome.Refused, null);
        }

        if (user is User { IsEnabled: false } || await IsInactiveAsync(user))
        {
            return (LogInOutcome.Closed, null);
        }

        if (await listeners.ValidateAsync(user) is { } elsewhere)
        {
            return (LogInOutcome.Elsewhere, elsewhere);
        }

        var isPersistent = rememberMe && (await SettingsAsync()).AllowRememberMe;
        var result = await signInManager.PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure: true);

        if (result.Succeeded)
        {
            await listeners.LoggedInAsync(user);

            return (LogInOutcome.LoggedIn, null);
        }

        return (result.RequiresTwoFactor ? LogInOutcome.TwoFactor : LogInOutcome.Refused, null);
    }

    private async Task<bool> IsInactiveAsync(IUser user)
        => await accounts.FindCustomerAsync(await signInManager.UserManager.GetUserIdAsync(user)) is { } customer
            && customer.GetOrCreate<CustomerPart>().Status == CustomerStatus.Inactive;

    private async Task<SignInResult> CheckAsync(IUser user, string password)
    {
        var hasPassword = await signInManager.UserManager.HasPasswordAsync(user);
        var result = await signInManager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);

        // Where Identity looked at no password.
        if (!hasPassword || result.IsNotAllowed || result.IsLockedOut)
        {
            dummyPassword.Check(password);
        }

        if (result.IsLockedOut)
        {
            await listeners.LockedOutAsync(user);
        }

        return result;
    }
}

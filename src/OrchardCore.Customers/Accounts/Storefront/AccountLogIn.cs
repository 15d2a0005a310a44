using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Events;
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
    IEnumerable<ILoginFormEvent> events,
    ICustomerAccountManager accounts,
    ISiteService siteService,
    DummyPassword dummyPassword)
{
    public Task<LoginSettings> SettingsAsync() => siteService.GetSettingsAsync<LoginSettings>();

    /// <summary>Where another part of the site wants those who come to log in; <see langword="null"/> when they may.</summary>
    public async Task<IActionResult?> BeginAsync()
    {
        foreach (var listener in events)
        {
            if (await listener.LoggingInAsync() is { } elsewhere)
            {
                return elsewhere;
            }
        }

        return null;
    }

    public async Task<(LogInOutcome Outcome, IActionResult? Elsewhere)> TryAsync(LogInInput input, ModelStateDictionary modelState)
    {
        var name = input.Email!.Trim();
        var password = input.Password!;

        foreach (var listener in events)
        {
            await listener.LoggingInAsync(name, (key, message) => modelState.AddModelError(key, message));
        }

        if (!modelState.IsValid)
        {
            return (LogInOutcome.Refused, null);
        }

        if (await userService.GetUserAsync(name) is not { } user)
        {
            dummyPassword.Check(password);

            foreach (var listener in events)
            {
                await listener.LoggingInFailedAsync(name);
            }

            return (LogInOutcome.Refused, null);
        }

        var answer = await TryAsync(user, password, input.RememberMe);

        if (answer.Outcome is LogInOutcome.Refused)
        {
            foreach (var listener in events)
            {
                await listener.LoggingInFailedAsync(user);
            }
        }

        return answer;
    }

    private async Task<(LogInOutcome Outcome, IActionResult? Elsewhere)> TryAsync(IUser user, string password, bool rememberMe)
    {
        var result = await CheckAsync(user, password);

        if (!result.Succeeded)
        {
            return (LogInOutcome.Refused, null);
        }

        if (user is User { IsEnabled: false })
        {
            return (LogInOutcome.Closed, null);
        }

        foreach (var listener in events)
        {
            if (await listener.ValidatingLoginAsync(user) is { } elsewhere)
            {
                return (LogInOutcome.Elsewhere, elsewhere);
            }
        }

        var customer = await accounts.FindCustomerAsync(await signInManager.UserManager.GetUserIdAsync(user));

        if (customer?.GetOrCreate<CustomerPart>().Status == CustomerStatus.Inactive)
        {
            return (LogInOutcome.Closed, null);
        }

        var isPersistent = rememberMe && (await SettingsAsync()).AllowRememberMe;
        result = await signInManager.PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure: true);

        if (result.RequiresTwoFactor)
        {
            return (LogInOutcome.TwoFactor, null);
        }

        if (!result.Succeeded)
        {
            return (LogInOutcome.Refused, null);
        }

        foreach (var listener in events)
        {
            await listener.LoggedInAsync(user);
        }

        return (LogInOutcome.LoggedIn, null);
    }

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
            foreach (var listener in events)
            {
                await listener.IsLockedOutAsync(user);
            }
        }

        return result;
    }
}

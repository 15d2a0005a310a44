using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.Modules;
using OrchardCore.Users.Events;
using OrchardCore.Users.Services;

namespace OrchardCore.Users;

[Feature("OrchardCore.Users")]
internal sealed class LogInStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        PlatformControllers.Add<AccountController>(services);
        services.AddScoped<LogInEvents>();
        services.AddScoped<ILoginFormEvent, DisabledUsers>();
    }
}

/// <summary>Logging in and out.</summary>
[Area("OrchardCore.Users"), Feature("OrchardCore.Users")]
internal sealed class AccountController(IUserService userService, SignInManager<IUser> signInManager, LogInEvents events, IStringLocalizer<AccountController> S) : Controller
{
    [HttpGet("Login")]
    public IActionResult Login()
    {
        if (TempData[DisabledUsers.ErrorKey] is string error)
        {
            ModelState.AddModelError("", error);
        }

        return View(new LoginPage(new LoginForm()));
    }

    [HttpPost("Login")]
    public async Task<IActionResult> Login([Bind(Prefix = nameof(LoginForm))] LoginForm form, string returnUrl)
    {
        await events.LoggingInAsync(form.UserName, ModelState.AddModelError);
        IUser user = null;

        if (ModelState.IsValid)
        {
            user = await userService.GetUserAsync(form.UserName);
            var result = user is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signInManager.CheckPasswordSignInAsync(user, form.Password, lockoutOnFailure: true);

            if (result.Succeeded)
            {
                return await events.ValidateAsync(user) ?? await LogInAsync(user, form, returnUrl);
            }

            if (result.IsLockedOut)
            {
                ModelState.AddModelError("", S["The account is locked out"]);
                await events.LockedOutAsync(user);

                return View(new LoginPage(form));
            }

            ModelState.AddModelError("", S["Invalid login attempt."]);
        }

        await events.FailedAsync(form.UserName, user);

        return View(new LoginPage(form));
    }

    [HttpPost("Users/LogOff")]
    public async Task<IActionResult> LogOff(string returnUrl)
    {
        await signInManager.SignOutAsync();

        return LocalRedirect(LocalOrHome(returnUrl));
    }

    private async Task<IActionResult> LogInAsync(IUser user, LoginForm form, string returnUrl)
    {
        await signInManager.PasswordSignInAsync(user, form.Password, form.RememberMe, lockoutOnFailure: true);
        await events.LoggedInAsync(user);

        return LocalRedirect(LocalOrHome(returnUrl));
    }

    private string LocalOrHome(string url) => Url.IsLocalUrl(url) ? url : Url.Content("~/");
}

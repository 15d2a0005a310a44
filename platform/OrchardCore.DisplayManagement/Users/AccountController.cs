using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Razor;
using OrchardCore.Modules;
using OrchardCore.Users.Services;

namespace OrchardCore.Users;

[Feature("OrchardCore.Users")]
internal sealed class LogInStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => PlatformControllers.Add<AccountController>(services);
}

/// <summary>Logging in and out.</summary>
[Area("OrchardCore.Users"), Feature("OrchardCore.Users")]
internal sealed class AccountController(IUserService userService, SignInManager<IUser> signInManager, IStringLocalizer<AccountController> S) : Controller
{
    [HttpGet("Login")]
    public IActionResult Login() => View(new LoginPage(new LoginForm()));

    [HttpPost("Login")]
    public async Task<IActionResult> Login([Bind(Prefix = nameof(LoginForm))] LoginForm form, string returnUrl)
    {
        if (ModelState.IsValid)
        {
            var user = await userService.GetUserAsync(form.UserName);
            var result = user is null ? null : await signInManager.PasswordSignInAsync(user, form.Password, form.RememberMe, lockoutOnFailure: true);

            if (result?.Succeeded == true)
            {
                return LocalRedirect(LocalOrHome(returnUrl));
            }

            ModelState.AddModelError("", result?.IsLockedOut == true ? S["The account is locked out"] : S["Invalid login attempt."]);
        }

        return View(new LoginPage(form));
    }

    [HttpPost("Users/LogOff")]
    public async Task<IActionResult> LogOff(string returnUrl)
    {
        await signInManager.SignOutAsync();

        return LocalRedirect(LocalOrHome(returnUrl));
    }

    private string LocalOrHome(string url) => Url.IsLocalUrl(url) ? url : Url.Content("~/");
}

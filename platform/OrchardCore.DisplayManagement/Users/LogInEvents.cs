using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;

namespace OrchardCore.Users;

/// <summary>Calls those who take part in a log-in. What they throw is logged, except where their answer decides.</summary>
internal sealed class LogInEvents(IEnumerable<ILoginFormEvent> events, ILogger<LogInEvents> logger)
{
    public Task LoggingInAsync(string userName, Action<string, string> reportError) => AllAsync(handler => handler.LoggingInAsync(userName, reportError));

    /// <summary>The first answer; <see langword="null"/> when nobody has anything against the log-in.</summary>
    public async Task<IActionResult> ValidateAsync(IUser user)
    {
        foreach (var handler in events)
        {
            if (await handler.ValidatingLoginAsync(user) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    public Task LoggedInAsync(IUser user) => AllAsync(handler => handler.LoggedInAsync(user));

    public Task FailedAsync(string userName, IUser user)
        => AllAsync(handler => user is null ? handler.LoggingInFailedAsync(userName) : handler.LoggingInFailedAsync(user));

    public Task LockedOutAsync(IUser user) => AllAsync(handler => handler.IsLockedOutAsync(user));

    private async Task AllAsync(Func<ILoginFormEvent, Task> call)
    {
        foreach (var handler in events)
        {
            try
            {
                await call(handler);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "{Type} thrown from {Handler}", exception.GetType().Name, handler.GetType().FullName);
            }
        }
    }
}

/// <summary>Who is disabled is told so on the page of the form.</summary>
internal sealed class DisabledUsers(Microsoft.AspNetCore.Http.IHttpContextAccessor accessor, ITempDataDictionaryFactory tempData, IStringLocalizer<DisabledUsers> S) : LoginFormEventBase
{
    public const string ErrorKey = "error_disabled_user";

    public override Task<IActionResult> ValidatingLoginAsync(IUser user)
    {
        if (((User)user).IsEnabled)
        {
            return Task.FromResult<IActionResult>(null);
        }

        tempData.GetTempData(accessor.HttpContext)[ErrorKey] = S["The specified user is not allowed to sign in."].Value;

        return Task.FromResult<IActionResult>(new RedirectResult("~/Login"));
    }
}

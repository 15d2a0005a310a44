using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Users.Events;

/// <summary>Takes part in every log-in by a form.</summary>
public interface ILoginFormEvent
{
    /// <summary>Somebody comes to the form. An answer is given instead of it.</summary>
    Task<IActionResult> LoggingInAsync();

    /// <summary>Something was typed; an error that is reported ends the log-in.</summary>
    Task LoggingInAsync(string userName, Action<string, string> reportError);

    /// <summary>The password is right. An answer is given instead of logging the user in.</summary>
    Task<IActionResult> ValidatingLoginAsync(IUser user);

    /// <summary>The user is logged in.</summary>
    Task LoggedInAsync(IUser user);

    /// <summary>There is no such user.</summary>
    Task LoggingInFailedAsync(string userName);

    /// <summary>There is, and the log-in failed.</summary>
    Task LoggingInFailedAsync(IUser user);

    /// <summary>The user has failed too often.</summary>
    Task IsLockedOutAsync(IUser user);
}

public abstract class LoginFormEventBase : ILoginFormEvent
{
    public virtual Task<IActionResult> LoggingInAsync() => Task.FromResult<IActionResult>(null);

    public virtual Task LoggingInAsync(string userName, Action<string, string> reportError) => Task.CompletedTask;

    public virtual Task<IActionResult> ValidatingLoginAsync(IUser user) => Task.FromResult<IActionResult>(null);

    public virtual Task LoggedInAsync(IUser user) => Task.CompletedTask;

    public virtual Task LoggingInFailedAsync(string userName) => Task.CompletedTask;

    public virtual Task LoggingInFailedAsync(IUser user) => Task.CompletedTask;

    public virtual Task IsLockedOutAsync(IUser user) => Task.CompletedTask;
}

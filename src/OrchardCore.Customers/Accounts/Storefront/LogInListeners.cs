using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using OrchardCore.Users;
using OrchardCore.Users.Events;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Those who take part in log-ins, as Orchard's own log-in asks them. What one of them throws is logged and stops nobody,
/// except where its answer decides.
/// </summary>
public sealed class LogInListeners(IEnumerable<ILoginFormEvent> listeners, ILogger<LogInListeners> logger)
{
    /// <summary>Where one of them wants those who come to log in; <see langword="null"/> when they may.</summary>
    public Task<IActionResult?> BeginAsync() => AskAsync(listener => listener.LoggingInAsync());

    /// <summary>Where one of them wants a user whose password is right; <see langword="null"/> when the user may come in.</summary>
    public Task<IActionResult?> ValidateAsync(IUser user) => AskAsync(listener => listener.ValidatingLoginAsync(user));

    public Task LoggingInAsync(string name, Action<string, string> reportError) => TellAsync(listener => listener.LoggingInAsync(name, reportError));

    public Task FailedAsync(string name) => TellAsync(listener => listener.LoggingInFailedAsync(name));

    public Task FailedAsync(IUser user) => TellAsync(listener => listener.LoggingInFailedAsync(user));

    public Task LockedOutAsync(IUser user) => TellAsync(listener => listener.IsLockedOutAsync(user));

    public Task LoggedInAsync(IUser user) => TellAsync(listener => listener.LoggedInAsync(user));

    private async Task<IActionResult?> AskAsync(Func<ILoginFormEvent, Task<IActionResult>> ask)
    {
        foreach (var listener in listeners)
        {
            if (await ask(listener) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    private async Task TellAsync(Func<ILoginFormEvent, Task> tell)
    {
        foreach (var listener in listeners)
        {
            try
            {
                await tell(listener);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                logger.LogError(exception, "{Listener} failed during a log-in.", listener.GetType().Name);
            }
        }
    }
}

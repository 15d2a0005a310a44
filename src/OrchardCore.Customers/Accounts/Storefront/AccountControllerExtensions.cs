using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Accounts;

internal static class AccountControllerExtensions
{
    /// <summary>The page that asks to come back later.</summary>
    public static IActionResult TooMany(this Controller controller, RateLimitAnswer answer)
    {
        var seconds = (int)Math.Ceiling(answer.RetryAfter.TotalSeconds);
        controller.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var page = controller.View("AccountTooMany", new TooManyModel((int)Math.Ceiling(answer.RetryAfter.TotalMinutes)));
        page.StatusCode = StatusCodes.Status429TooManyRequests;

        return page;
    }

    /// <summary>The same page for every link that is of no use: altered, used, replaced, too old or somebody else's.</summary>
    public static IActionResult DeadLink(this Controller controller, bool isForPassword)
    {
        var page = controller.View("AccountDeadLink", new DeadLinkModel(isForPassword));
        page.StatusCode = StatusCodes.Status404NotFound;

        return page;
    }

    public static IActionResult Done(this Controller controller, string routeName, AccountNote note) => controller.RedirectToRoute(routeName, new { note });

    /// <summary>Whether something is wrong with a field of that name.</summary>
    public static bool Concerns(this Result result, string field) => result.Errors.Any(error => error.Key == field);

    /// <summary>Says that a field was left empty.</summary>
    /// <returns>Whether it was filled in.</returns>
    public static bool Require(this ModelStateDictionary modelState, string? value, string field, string message)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            modelState.AddModelError(field, message);
        }

        return !string.IsNullOrWhiteSpace(value);
    }
}

/// <param name="Minutes">How long to wait.</param>
public sealed record TooManyModel(int Minutes);

/// <param name="IsForPassword">Whether a new link is asked for with the forgotten password; else in the account.</param>
public sealed record DeadLinkModel(bool IsForPassword);

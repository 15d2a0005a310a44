using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Customers.Shared;

internal static class ControllerExtensions
{
    /// <summary>Where a request wants to go afterwards, if that is on this site; else a page of ours.</summary>
    public static string LocalOr(this ControllerBase controller, string? returnUrl, string routeName)
        => controller.Url.IsLocalUrl(returnUrl) ? returnUrl : controller.Url.RouteUrl(routeName)!;
}

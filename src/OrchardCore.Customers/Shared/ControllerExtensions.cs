using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Customers.Shared;

internal static class ControllerExtensions
{
    /// <summary>Where a request wants to go afterwards, if that is on this site; else a page of ours.</summary>
    public static string LocalOr(this ControllerBase controller, string? returnUrl, string routeName)
        => controller.Url.IsLocalUrl(returnUrl) ? Encode(returnUrl) : controller.Url.RouteUrl(routeName)!;

    /// <summary>A header is ASCII; what is encoded already stays as it is.</summary>
    private static string Encode(string url)
        => string.Concat(url.EnumerateRunes().Select(rune => rune.Value is > ' ' and < 0x7F ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardCore.Customers.Accounts;

/// <summary>
/// Marks the pages of the storefront. What they show is personal and their addresses may carry a code: nobody keeps
/// them, frames them, lists them or is told where a link on them was followed from.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AccountPageAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store, no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        // Besides what the site says of it: a browser obeys all that it is told.
        headers.Append("Content-Security-Policy", "frame-ancestors 'self'");
    }
}

namespace SampleStorefront.Shop;

/// <summary>What every answer says to browsers: run and load what is ours, and tell nobody where one was.</summary>
public sealed class SafeHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";

        // The address of the page that takes the code has the code in it.
        headers["Referrer-Policy"] = "no-referrer";

        context.Response.OnStarting(() =>
        {
            // Pages, and ways to them, are somebody's own; pictures and styles are everybody's.
            if (context.Response.ContentType is null || context.Response.ContentType.StartsWith("text/html", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });

        return next(context);
    }
}

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

        // Static files say otherwise themselves.
        headers.CacheControl = "no-store";

        return next(context);
    }
}

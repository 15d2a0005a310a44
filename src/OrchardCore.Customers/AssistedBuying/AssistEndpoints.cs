using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Customers.Api;

namespace OrchardCore.Customers.AssistedBuying;

internal static class AssistEndpoints
{
    /// <summary>Far more than a code and an origin have, or a change.</summary>
    private const int MaxBody = 8192;

    public static void MapAssistedBuying(this IEndpointRouteBuilder routes)
    {
        routes.MapApi(HttpMethods.Post, "assist/exchange", ExchangeAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        routes.MapApi(HttpMethods.Get, "assist/session", FindAsync);
        routes.MapApi(HttpMethods.Post, "assist/session/end", EndAsync);
        routes.MapApi(HttpMethods.Post, "assist/session/actions", TryAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        routes.MapApi(HttpMethods.Get, "assist/keys", KeysAsync);
    }

    private static Task<IResult> ExchangeAsync(HttpRequest request, AssistExchangeApi api) => api.ExchangeAsync(request);

    private static Task<IResult> FindAsync(HttpRequest request, AssistSessionApi api) => api.FindAsync(request);

    private static Task<IResult> EndAsync(HttpRequest request, AssistSessionApi api) => api.EndAsync(request);

    private static Task<IResult> TryAsync(HttpRequest request, AssistActionApi api) => api.TryAsync(request);

    private static Task<IResult> KeysAsync(HttpResponse response, AssistSessionApi api) => api.KeysAsync(response);
}

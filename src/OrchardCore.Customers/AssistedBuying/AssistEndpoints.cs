using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Customers.Api;

namespace OrchardCore.Customers.AssistedBuying;

internal static class AssistEndpoints
{
    /// <summary>Far more than a code and an origin have.</summary>
    private const int MaxBody = 8192;

    public static void MapAssistedBuying(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(HttpMethods.Post, "assist/exchange", (HttpRequest request, AssistExchangeApi api) => api.ExchangeAsync(request)).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        routes.MapOpenApi(HttpMethods.Get, "assist/session", (HttpRequest request, AssistSessionApi api) => api.FindAsync(request));
        routes.MapOpenApi(HttpMethods.Post, "assist/session/end", (HttpRequest request, AssistSessionApi api) => api.EndAsync(request));
        routes.MapOpenApi(HttpMethods.Get, "assist/keys", (HttpResponse response, AssistSessionApi api) => api.KeysAsync(response));
    }
}

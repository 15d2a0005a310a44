using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Api;

/// <summary>Maps the endpoints of the API.</summary>
internal static class ApiEndpoints
{
    /// <summary>Orchard's own: a site says by which tokens programs are known. A cookie counts for nothing, so nobody's browser can be made to ask.</summary>
    public const string Scheme = "Api";

    private const string Root = "api/customers/";

    /// <summary>Maps what is read, for those who have the permission; whether they may act on a certain customer the handler asks itself.</summary>
    /// <param name="pattern">Below <c>api/customers/</c>.</param>
    public static RouteHandlerBuilder MapApiGet(this IEndpointRouteBuilder routes, string pattern, Permission permission, Delegate handler)
        => routes.MapGet(Root + pattern, handler).ForPrograms(permission);

    /// <summary>Maps what is asked for with a proof of its own, which the handler looks at; neither a cookie nor a token of the site counts.</summary>
    /// <param name="pattern">Below <c>api/customers/</c>.</param>
    public static RouteHandlerBuilder MapApi(this IEndpointRouteBuilder routes, string method, string pattern, Delegate handler) => routes
        .MapMethods(Root + pattern, [method], handler)
        .AllowAnonymous()
        .DisableAntiforgery()
        .AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";

            return next(context);
        });

    private static RouteHandlerBuilder ForPrograms(this RouteHandlerBuilder endpoint, Permission permission) => endpoint
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = Scheme })
        // Who may not ask is told so by a problem and not by an empty answer, which a site would make a page of.
        .AllowAnonymous()
        .DisableAntiforgery()
        .AddEndpointFilter((context, next) => FilterAsync(context, next, permission));

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Permission permission)
    {
        var http = context.HttpContext;
        var authorization = http.RequestServices.GetRequiredService<IAuthorizationService>();
        http.Response.Headers.CacheControl = "no-store";

        return await authorization.AuthorizeAsync(http.User, permission) ? await next(context) : ApiProblems.Refusal;
    }
}

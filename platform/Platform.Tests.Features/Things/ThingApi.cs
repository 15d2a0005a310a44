using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Security.Permissions;

namespace Platform.Tests.Features.Things;

/// <summary>What programs ask for, with the scheme that Orchard's own endpoints ask by.</summary>
internal static class ThingApi
{
    public static IEndpointRouteBuilder MapThingApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("api/things/who", Who).AllowAnonymous();
        routes.MapGet("api/things/refused", Refused).AllowAnonymous();
        routes.MapGet("api/things/may/{permission}", MayAsync).AllowAnonymous();
        routes.MapGet("api/things/closed", Who);

        return routes;
    }

    [Authorize(AuthenticationSchemes = "Api")]
    private static IResult Who(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true ? Results.Text(user.Identity.Name) : Results.Challenge(authenticationSchemes: ["Api"]);

    [Authorize(AuthenticationSchemes = "Api")]
    private static IResult Refused() => Results.Forbid(authenticationSchemes: ["Api"]);

    /// <summary>A service, a route value and a value of the query reach it as arguments.</summary>
    [Authorize(AuthenticationSchemes = "Api")]
    private static async Task<IResult> MayAsync(string permission, string note, ClaimsPrincipal user, IAuthorizationService authorizationService)
        => Results.Text($"{await authorizationService.AuthorizeAsync(user, new Permission(permission, permission))} {note}");
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security;

namespace OrchardCore.Customers.Sites;

/// <summary>Whoever is limited to some sites does not manage sites: it could lift its own limits.</summary>
/// <param name="services">Asked late: what the limits are read with may ask the authorization service in turn.</param>
internal sealed class SitesAuthorizationHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (requirement.Permission.Name != SitesPermissions.ManageSites.Name)
        {
            return;
        }

        if (await services.GetRequiredService<SiteLimits>().ReadAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier)) is not null)
        {
            context.Fail(new AuthorizationFailureReason(this, "The user is limited to some sites."));
        }
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Documents;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace OrchardCore.Security;

/// <summary>Grants everything to administrators, and to the user who was made by the setup.</summary>
internal sealed class AdministratorHandler(SiteDocument<SiteSettings> settings) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier);

        if (context.User.IsInRole(OrchardCoreConstants.Roles.Administrator) || (id is not null && id == (await settings.GetAsync()).SuperUser))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>Grants what everybody may do, and what everybody may do who is logged in.</summary>
internal sealed class EverybodyHandler(SiteDocument<RolesDocument> document) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var roles = await document.GetAsync();
        var granted = Permissions(roles.Find(OrchardCoreConstants.Roles.Anonymous));

        if (context.User.Identity?.IsAuthenticated == true)
        {
            granted = granted.Concat(Permissions(roles.Find(OrchardCoreConstants.Roles.Authenticated)));
        }

        if (requirement.Permission.IsGrantedBy(granted))
        {
            context.Succeed(requirement);
        }
    }

    private static IEnumerable<string> Permissions(Role role)
        => role?.RoleClaims.Where(claim => claim.ClaimType == Permission.ClaimType).Select(claim => claim.ClaimValue) ?? [];
}

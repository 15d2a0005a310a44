using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security;

/// <summary>Grants what the claims of a user say.</summary>
internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var granted = context.User.FindAll(Permission.ClaimType).Select(claim => claim.Value);

        if (context.User.Identity?.IsAuthenticated == true && requirement.Permission.IsGrantedBy(granted))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

internal static class PermissionGrants
{
    /// <summary>Whether this permission is among those, by name, or one that it comes with.</summary>
    public static bool IsGrantedBy(this Permission permission, IEnumerable<string> names)
    {
        var sufficient = new List<Permission> { permission };

        // It grows while it is walked; one name is enough, so that permissions may imply each other in a circle.
        for (var index = 0; index < sufficient.Count; index++)
        {
            sufficient.AddRange((sufficient[index].ImpliedBy ?? []).ExceptBy(sufficient.Select(Name), Name).ToList());
        }

        return names.Intersect(sufficient.Select(Name), StringComparer.OrdinalIgnoreCase).Any();

        static string Name(Permission permission) => permission.Name;
    }
}

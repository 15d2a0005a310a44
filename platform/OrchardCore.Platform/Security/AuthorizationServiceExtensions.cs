using System.Security.Claims;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace Microsoft.AspNetCore.Authorization;

public static class AuthorizationServiceExtensions
{
    public static Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, Permission permission)
        => service.AuthorizeAsync(user, permission, resource: null);

    /// <summary>Whether a user has a permission on something. No user at all has none, not even what everybody may do.</summary>
    public static async Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, Permission permission, object resource)
        => user is not null && (await service.AuthorizeAsync(user, resource, [new PermissionRequirement(permission)])).Succeeded;
}

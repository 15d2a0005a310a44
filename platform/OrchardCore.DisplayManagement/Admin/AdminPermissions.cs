using OrchardCore.Security.Permissions;

namespace OrchardCore.Admin;

public static class AdminPermissions
{
    public static readonly Permission AccessAdminPanel = new("AccessAdminPanel", "Access admin panel");
}

internal sealed class AdminPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([AdminPermissions.AccessAdminPanel]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes()
        => [new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = [AdminPermissions.AccessAdminPanel] }];
}

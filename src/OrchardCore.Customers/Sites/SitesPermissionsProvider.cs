using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Sites;

internal sealed class SitesPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(SitesPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = SitesPermissions.All },
        new PermissionStereotype { Name = CustomersConstants.Roles.CustomerManager, Permissions = [AdminPermissions.AccessAdminPanel, .. SitesPermissions.All] },
    ];
}

using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.AssistedBuying;

internal sealed class AssistedBuyingPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(AssistedBuyingPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = AssistedBuyingPermissions.All },
        new PermissionStereotype { Name = CustomersConstants.Roles.CustomerManager, Permissions = [AdminPermissions.AccessAdminPanel, .. AssistedBuyingPermissions.All] },
    ];
}

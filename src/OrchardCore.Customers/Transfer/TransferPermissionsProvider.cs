using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer;

internal sealed class TransferPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(TransferPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = TransferPermissions.All },
        new PermissionStereotype { Name = CustomersConstants.Roles.CustomerManager, Permissions = [AdminPermissions.AccessAdminPanel, .. TransferPermissions.All] },
    ];
}

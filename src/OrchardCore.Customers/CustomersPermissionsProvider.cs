using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

internal sealed class CustomersPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(CustomersPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = CustomersPermissions.All },
        new PermissionStereotype { Name = CustomersConstants.Roles.CustomerManager, Permissions = [AdminPermissions.AccessAdminPanel, .. CustomersPermissions.All] },
        new PermissionStereotype
        {
            Name = CustomersConstants.Roles.CustomerService,
            Permissions = [AdminPermissions.AccessAdminPanel, CustomersPermissions.ViewCustomers, CustomersPermissions.EditCustomers, CustomersPermissions.ManageCustomerAccounts],
        },
    ];
}

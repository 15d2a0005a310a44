using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

internal sealed class CompaniesPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(CompaniesPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = CompaniesPermissions.All },
        new PermissionStereotype { Name = CustomersConstants.Roles.CustomerManager, Permissions = [AdminPermissions.AccessAdminPanel, .. CompaniesPermissions.All] },
        new PermissionStereotype
        {
            Name = CustomersConstants.Roles.CustomerService,
            Permissions = [AdminPermissions.AccessAdminPanel, CompaniesPermissions.ViewCompanies, CompaniesPermissions.ManageCompanyMembers],
        },
    ];
}

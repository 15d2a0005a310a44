using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Nobody but administrators is meant to have them from the beginning: a program gets a role of its own.</summary>
internal sealed class CompaniesApiPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(CompaniesApiPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = CompaniesApiPermissions.All }];
}

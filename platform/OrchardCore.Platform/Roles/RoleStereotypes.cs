using OrchardCore.Documents;
using OrchardCore.Hosting;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security;

/// <summary>Gives roles the permissions that features mean for them. Those of administrators need none.</summary>
internal sealed class RoleStereotypes(IEnumerable<IPermissionProvider> providers)
{
    public void Grant(Role role) => Grant(role, providers);

    public static void Grant(Role role, IEnumerable<IPermissionProvider> providers)
    {
        if (role.RoleName == OrchardCoreConstants.Roles.Administrator)
        {
            return;
        }

        var permissions = providers
            .SelectMany(provider => provider.GetDefaultStereotypes())
            .Where(stereotype => stereotype.Name.Equals(role.RoleName, StringComparison.OrdinalIgnoreCase))
            .SelectMany(stereotype => stereotype.Permissions ?? [])
            .Select(permission => permission.Name);

        role.Grant(permissions);
    }
}

/// <summary>Makes the roles that every site has, and has new features give permissions to those that are there.</summary>
internal sealed class RoleActivation(
    SiteDocument<FeaturesDocument> features,
    SiteDocument<RolesDocument> document,
    IEnumerable<IPermissionProvider> providers,
    RoleStereotypes stereotypes,
    EnabledFeatures enabledFeatures) : ITenantActivation
{
    private static readonly Role[] SystemRoles =
    [
        new() { RoleName = OrchardCoreConstants.Roles.Administrator, RoleDescription = "A system role that grants all permissions to the assigned users." },
        new() { RoleName = OrchardCoreConstants.Roles.Authenticated, RoleDescription = "A system role representing all authenticated users." },
        new() { RoleName = OrchardCoreConstants.Roles.Anonymous, RoleDescription = "A system role representing all non-authenticated users." },
    ];

    public async Task ActivateAsync()
    {
        var known = await features.LoadAsync();
        var installed = known.Enabled.Except(known.Installed).ToList();

        if (installed.Count == 0)
        {
            return;
        }

        var roles = await document.LoadAsync();
        var newProviders = providers.Where(provider => installed.Contains(enabledFeatures.FeatureOf(provider.GetType()))).ToList();

        foreach (var role in roles.Roles)
        {
            RoleStereotypes.Grant(role, newProviders);
        }

        foreach (var missing in SystemRoles.Where(role => roles.Find(role.RoleName) is null))
        {
            var role = missing.Clone();
            role.NormalizedRoleName = role.RoleName.ToUpperInvariant();
            stereotypes.Grant(role);
            roles.Roles.Add(role);
        }

        known.Installed = [.. known.Installed, .. installed];
        await document.UpdateAsync();
        await features.UpdateAsync();
    }
}

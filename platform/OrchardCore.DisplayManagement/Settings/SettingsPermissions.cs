using OrchardCore.Security.Permissions;

namespace OrchardCore.Settings;

internal static class SettingsPermissions
{
    public static readonly Permission ManageSettings = new("ManageSettings", "Manage settings");

    public static readonly Permission ManageGroupSettings = new("ManageResourceSettings", "Manage settings", [ManageSettings]);
}

internal sealed class SettingsPermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync()
        => Task.FromResult<IEnumerable<Permission>>([SettingsPermissions.ManageSettings, SettingsPermissions.ManageGroupSettings]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes()
        => [new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = [SettingsPermissions.ManageSettings] }];
}

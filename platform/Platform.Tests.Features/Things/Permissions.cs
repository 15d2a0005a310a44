using OrchardCore.Security.Permissions;

namespace Platform.Tests.Features.Things;

public sealed class ThingPermissions : IPermissionProvider
{
    public static readonly Permission Manage = new("ManageThings", "Manage things", isSecurityCritical: true);

    public static readonly Permission Edit = new("EditThings", "Edit things", [Manage]);

    public static readonly Permission View = new("ViewThings", "View things", [Edit]);

    public static readonly Permission Other = new("OtherThings", "Do other things");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Manage, Edit, View, Other]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = "Administrator", Permissions = [Manage] },
        new PermissionStereotype { Name = ThingMigrations.Role, Permissions = [Edit] },
        new PermissionStereotype { Name = "Nobody has this role", Permissions = [Other] },
    ];
}

public sealed class ExtraPermissions : IPermissionProvider
{
    public static readonly Permission Extra = new("ExtraThings", "Do more about things");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Extra]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = ThingMigrations.Role, Permissions = [Extra] },
        new PermissionStereotype { Name = "Authenticated", Permissions = [Extra] },
    ];
}

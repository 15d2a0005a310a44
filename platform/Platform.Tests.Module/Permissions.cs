using OrchardCore.Security.Permissions;

namespace Platform.Tests.Module;

public static class NotesPermissions
{
    public static readonly Permission ViewNotes = new("ViewNotes", "View notes");

    public static readonly Permission ManageNotes = new("ManageNotes", "Manage notes", [], isSecurityCritical: true);
}

internal sealed class PermissionsProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync()
        => Task.FromResult<IEnumerable<Permission>>([NotesPermissions.ViewNotes, NotesPermissions.ManageNotes]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes()
        => [new PermissionStereotype { Name = "Administrator", Permissions = [NotesPermissions.ViewNotes, NotesPermissions.ManageNotes] }];
}

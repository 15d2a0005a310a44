using OrchardCore.Security.Permissions;

namespace OrchardCore.Contents;

/// <summary>What may be done with content, with all of it or with one's own.</summary>
internal static class CommonPermissions
{
    public static readonly Permission PublishContent = new("PublishContent", "Publish or unpublish content for others");

    public static readonly Permission PublishOwnContent = new("PublishOwnContent", "Publish or unpublish own content", [PublishContent]);

    public static readonly Permission EditContent = new("EditContent", "Edit content for others", [PublishContent]);

    public static readonly Permission EditOwnContent = new("EditOwnContent", "Edit own content", [EditContent, PublishOwnContent]);

    public static readonly Permission DeleteContent = new("DeleteContent", "Delete content for others");

    public static readonly Permission DeleteOwnContent = new("DeleteOwnContent", "Delete own content", [DeleteContent]);

    public static readonly Permission ViewContent = new("ViewContent", "View all content", [EditContent]);

    public static readonly Permission ViewOwnContent = new("ViewOwnContent", "View own content", [ViewContent]);

    public static readonly Permission ListContent = new("ListContent", "List content items");
}

/// <summary>Everybody may view content, unless a handler takes that away.</summary>
internal sealed class ContentPermissions : IPermissionProvider
{
    private static readonly string[] Readers = [OrchardCoreConstants.Roles.Authenticated, OrchardCoreConstants.Roles.Anonymous];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(
    [
        CommonPermissions.PublishContent, CommonPermissions.PublishOwnContent, CommonPermissions.EditContent, CommonPermissions.EditOwnContent,
        CommonPermissions.DeleteContent, CommonPermissions.DeleteOwnContent, CommonPermissions.ViewContent, CommonPermissions.ViewOwnContent,
        CommonPermissions.ListContent,
    ]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes()
        => Readers.Select(role => new PermissionStereotype { Name = role, Permissions = [CommonPermissions.ViewContent] });
}

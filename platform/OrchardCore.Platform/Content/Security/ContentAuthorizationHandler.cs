using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Contents;

/// <summary>
/// Grants on a content item what is granted on its type (<c>Edit_Customer</c>), and on one's own what is granted on own
/// content. The resource may be the name of a type instead.
/// </summary>
/// <param name="services">Asked late: the authorization service asks this handler in turn.</param>
internal sealed class ContentAuthorizationHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    private static readonly Dictionary<string, Permission> Own = new(StringComparer.Ordinal)
    {
        [CommonPermissions.PublishContent.Name] = CommonPermissions.PublishOwnContent,
        [CommonPermissions.EditContent.Name] = CommonPermissions.EditOwnContent,
        [CommonPermissions.DeleteContent.Name] = CommonPermissions.DeleteOwnContent,
        [CommonPermissions.ViewContent.Name] = CommonPermissions.ViewOwnContent,
    };

    /// <summary>Those that there are for single types, with the beginnings of their names.</summary>
    private static readonly Dictionary<string, string> TypePrefixes = new(StringComparer.Ordinal)
    {
        [CommonPermissions.PublishContent.Name] = "Publish_",
        [CommonPermissions.PublishOwnContent.Name] = "PublishOwn_",
        [CommonPermissions.EditContent.Name] = "Edit_",
        [CommonPermissions.EditOwnContent.Name] = "EditOwn_",
        [CommonPermissions.DeleteContent.Name] = "Delete_",
        [CommonPermissions.DeleteOwnContent.Name] = "DeleteOwn_",
        [CommonPermissions.ViewContent.Name] = "View_",
        [CommonPermissions.ViewOwnContent.Name] = "ViewOwn_",
        [CommonPermissions.ListContent.Name] = "ListContent_",
    };

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.HasSucceeded || context.Resource is null)
        {
            return;
        }

        var item = context.Resource as ContentItem;
        var permission = requirement.Permission;

        if (item?.Owner is not null && item.Owner == context.User.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            permission = Own.GetValueOrDefault(permission.Name, permission);
        }

        var type = item is null ? context.Resource.ToString() : item.ContentType;

        if (!string.IsNullOrEmpty(type) && TypePrefixes.ContainsKey(permission.Name))
        {
            permission = OnType(permission, type);
        }

        if (permission != requirement.Permission && await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, permission))
        {
            context.Succeed(requirement);
        }
    }

    /// <summary>A permission on one type: it comes with the one on all content, and with those on this type that the latter comes with.</summary>
    private static Permission OnType(Permission permission, string type)
        => new(TypePrefixes[permission.Name] + type, permission.Description, [permission, .. (permission.ImpliedBy ?? []).Select(implying => OnType(implying, type))]);
}

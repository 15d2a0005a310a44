using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// Keeps content of a type private. Orchard shows content to everybody unless told otherwise; so every permission of its own
/// that is asked for on such an item is refused to those who don't have ours. It only ever takes away: what is granted,
/// Orchard's roles grant.
/// </summary>
/// <param name="services">Asked late: the authorization service asks this handler in turn.</param>
internal abstract class PrivateContentAuthorizationHandler(IServiceProvider services, string contentType) : AuthorizationHandler<PermissionRequirement>
{
    protected IServiceProvider Services => services;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var item = context.Resource as ContentItem;

        if (item is null ? !IsAboutTheType(requirement.Permission, context.Resource) : !IsOfTheType(item))
        {
            return;
        }

        if (IsForNobody(requirement.Permission))
        {
            context.Fail(new AuthorizationFailureReason(this, "The module's own pages do this, if anything does."));
        }
        else if (CustomersPermissions.OfEveryFeature.All(ours => ours.Name != requirement.Permission.Name))
        {
            var authorization = services.GetRequiredService<IAuthorizationService>();

            if (!await authorization.AuthorizeAsync(context.User, item is null ? ToOursOfAll(requirement.Permission) : ToOurs(requirement.Permission), context.Resource))
            {
                context.Fail(new AuthorizationFailureReason(this, "It is private."));
            }
        }
        else if (item?.Id > 0 && !await IsInScopeAsync(item, context))
        {
            context.Fail(new AuthorizationFailureReason(this, "It is out of scope."));
        }
    }

    /// <summary>Whether this is about such an item, also of a type that got our part.</summary>
    protected virtual bool IsOfTheType(ContentItem item) => item.ContentType == contentType;

    /// <summary>What Orchard does to no such item, whoever asks: a copy would have what only its original may have.</summary>
    protected virtual bool IsForNobody(Permission permission) => permission.Name.StartsWith("Clone", StringComparison.Ordinal);

    /// <summary>Whether the user may see this one at all.</summary>
    protected virtual Task<bool> IsInScopeAsync(ContentItem item, AuthorizationHandlerContext context) => Task.FromResult(true);

    /// <summary>Which of our permissions stands for one of Orchard's.</summary>
    protected abstract Permission ToOurs(Permission permission);

    /// <summary>Which of our permissions stands for one of Orchard's on all items of the type.</summary>
    protected virtual Permission ToOursOfAll(Permission permission) => ToOurs(permission);

    /// <summary>Orchard's permissions on content come in many names (<c>ViewContent</c>, <c>ViewOwnContent</c>, <c>View_Customer</c> ...).</summary>
    protected static bool IsForViewing(Permission permission)
        => permission.Name.StartsWith("View", StringComparison.Ordinal) || permission.Name.StartsWith("List", StringComparison.Ordinal)
            || permission.Name.StartsWith("Preview", StringComparison.Ordinal) || permission.Name == "AccessContentApi";

    /// <summary>
    /// Orchard may ask about a type by its name. Other names are text too, a role's or a group's, so the permission has to
    /// be one on content: <c>EditContent</c>, <c>ListContent_Customer</c>, <c>Edit_Customer</c> ...
    /// </summary>
    private bool IsAboutTheType(Permission permission, object? resource)
        => resource is string name && name == contentType
            && (permission.Name.Contains("Content", StringComparison.Ordinal) || permission.Name.EndsWith("_" + contentType, StringComparison.Ordinal));
}

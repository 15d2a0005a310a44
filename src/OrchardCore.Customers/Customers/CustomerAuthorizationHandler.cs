using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

/// <summary>
/// Keeps customers private. Orchard shows content to everybody unless told otherwise; so every permission of its own that
/// is asked for on a customer is refused to those who don't have ours, and all of them to those for whom the customer is
/// out of scope. Nobody copies one. It only ever takes away: what is granted, Orchard's roles grant.
/// </summary>
/// <param name="services">Asked late: the authorization service asks this handler in turn.</param>
internal sealed class CustomerAuthorizationHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var customer = context.Resource as ContentItem;

        if (customer is null ? !IsAboutTheType(requirement.Permission, context.Resource) : !IsCustomer(customer))
        {
            return;
        }

        if (requirement.Permission.Name.StartsWith("Clone", StringComparison.Ordinal))
        {
            context.Fail(new AuthorizationFailureReason(this, "A copy would have the number and the e-mail address of its original."));
        }
        else if (!IsOurs(requirement.Permission))
        {
            var authorization = services.GetRequiredService<IAuthorizationService>();

            if (!await authorization.AuthorizeAsync(context.User, ToOurs(requirement.Permission), context.Resource))
            {
                context.Fail(new AuthorizationFailureReason(this, "Customers are private."));
            }
        }
        else if (customer?.Id > 0 && !await services.GetRequiredService<ICustomerFinder>().IncludesAsync(customer, context.User))
        {
            context.Fail(new AuthorizationFailureReason(this, "The customer is out of scope."));
        }
    }

    private static bool IsCustomer(ContentItem item)
        => item.ContentType == CustomersConstants.ContentTypes.Customer || item.Has<CustomerPart>();

    /// <summary>
    /// Orchard may ask about a type by its name. Other names are text too, a role's or a group's, so the permission has to
    /// be one on content: <c>EditContent</c>, <c>ListContent_Customer</c>, <c>Edit_Customer</c> ...
    /// </summary>
    private static bool IsAboutTheType(Permission permission, object? resource)
        => resource is CustomersConstants.ContentTypes.Customer
            && (permission.Name.Contains("Content", StringComparison.Ordinal) || permission.Name.EndsWith("_" + CustomersConstants.ContentTypes.Customer, StringComparison.Ordinal));

    private static bool IsOurs(Permission permission) => CustomersPermissions.All.Any(ours => ours.Name == permission.Name);

    /// <summary>
    /// Orchard's permissions on content come in many names (<c>ViewContent</c>, <c>ViewOwnContent</c>, <c>View_Customer</c> ...);
    /// what is not plainly for viewing or deleting is held to be a change.
    /// </summary>
    private static Permission ToOurs(Permission permission)
    {
        if (permission.Name.StartsWith("View", StringComparison.Ordinal) || permission.Name.StartsWith("List", StringComparison.Ordinal)
            || permission.Name.StartsWith("Preview", StringComparison.Ordinal) || permission.Name == "AccessContentApi")
        {
            return CustomersPermissions.ViewCustomers;
        }

        return permission.Name.StartsWith("Delete", StringComparison.Ordinal)
            ? CustomersPermissions.DeleteCustomers
            : CustomersPermissions.EditCustomers;
    }
}

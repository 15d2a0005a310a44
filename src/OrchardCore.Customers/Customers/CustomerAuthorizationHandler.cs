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
/// out of scope. It only ever takes away: what is granted, Orchard's roles grant.
/// </summary>
/// <param name="services">Asked late: the authorization service asks this handler in turn.</param>
internal sealed class CustomerAuthorizationHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is not ContentItem customer || !IsCustomer(customer))
        {
            return;
        }

        if (!IsOurs(requirement.Permission))
        {
            var authorization = services.GetRequiredService<IAuthorizationService>();

            if (!await authorization.AuthorizeAsync(context.User, ToOurs(requirement.Permission), customer))
            {
                context.Fail(new AuthorizationFailureReason(this, "Customers are private."));
            }
        }
        else if (customer.Id > 0 && !await services.GetRequiredService<ICustomerFinder>().IncludesAsync(customer, context.User))
        {
            context.Fail(new AuthorizationFailureReason(this, "The customer is out of scope."));
        }
    }

    private static bool IsCustomer(ContentItem item)
        => item.ContentType == CustomersConstants.ContentTypes.Customer || item.Has<CustomerPart>();

    private static bool IsOurs(Permission permission) => permission.Name
        is nameof(CustomersPermissions.ViewCustomers)
        or nameof(CustomersPermissions.EditCustomers)
        or nameof(CustomersPermissions.DeleteCustomers);

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

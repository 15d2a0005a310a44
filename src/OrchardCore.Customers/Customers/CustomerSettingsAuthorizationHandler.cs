using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security;

namespace OrchardCore.Customers;

/// <summary>
/// Opens our groups of the site's settings, and no others, to those who manage customer settings. Orchard asks for its own
/// permission with the group as the resource; granted to a role, it would open all groups.
/// </summary>
/// <param name="services">Asked late: the authorization service asks this handler in turn.</param>
internal sealed class CustomerSettingsAuthorizationHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    /// <summary>The name of Orchard's <c>SettingsPermissions.ManageGroupSettings</c>.</summary>
    private const string ManageGroupSettings = "ManageResourceSettings";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.HasSucceeded || requirement.Permission.Name != ManageGroupSettings || context.Resource is not (CustomersConstants.SettingsGroups.Customers or CustomersConstants.SettingsGroups.Accounts))
        {
            return;
        }

        if (await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, CustomersPermissions.ManageCustomerSettings))
        {
            context.Succeed(requirement);
        }
    }
}

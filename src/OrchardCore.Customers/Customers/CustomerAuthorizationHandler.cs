using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

/// <summary>Keeps customers private, and from those for whom they are out of scope.</summary>
internal sealed class CustomerAuthorizationHandler(IServiceProvider services) : PrivateContentAuthorizationHandler(services, CustomersConstants.ContentTypes.Customer)
{
    protected override bool IsOfTheType(ContentItem item) => base.IsOfTheType(item) || item.Has<CustomerPart>();

    protected override Task<bool> IsInScopeAsync(ContentItem item, AuthorizationHandlerContext context)
        => Services.GetRequiredService<ICustomerFinder>().IncludesAsync(item, context.User);

    /// <summary>Where Orchard lists a type, it asks about none of its items.</summary>
    protected override Permission ToOursOfAll(Permission permission) => IsForViewing(permission) ? CustomersPermissions.ViewAllCustomers : ToOurs(permission);

    /// <summary>What is not plainly for viewing or deleting is held to be a change.</summary>
    protected override Permission ToOurs(Permission permission)
    {
        if (IsForViewing(permission))
        {
            return CustomersPermissions.ViewCustomers;
        }

        return permission.Name.StartsWith("Delete", StringComparison.Ordinal)
            ? CustomersPermissions.DeleteCustomers
            : CustomersPermissions.EditCustomers;
    }
}

using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Groups;

/// <summary>Keeps groups private: who may view customers sees them, who manages them changes them.</summary>
internal sealed class CustomerGroupAuthorizationHandler(IServiceProvider services) : PrivateContentAuthorizationHandler(services, CustomersConstants.ContentTypes.CustomerGroup)
{
    protected override bool IsOfTheType(ContentItem item) => base.IsOfTheType(item) || item.Has<CustomerGroupPart>();

    protected override Permission ToOurs(Permission permission)
        => IsForViewing(permission) ? CustomersPermissions.ViewCustomers : CustomersPermissions.ManageCustomerGroups;
}

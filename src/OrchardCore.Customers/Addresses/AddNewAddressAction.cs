using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Addresses;

internal sealed class AddNewAddressAction(IStringLocalizer<AddNewAddressAction> S) : ICustomerAction
{
    public LocalizedString Text => S["Add address"];

    public LocalizedString PageText => S["Add new Address"];

    public LocalizedString Hint => S["Add an address, for billing or shipping"];

    public string Icon => "plus";

    public Permission Permission => CustomersPermissions.EditCustomers;

    public bool IsOnPagesOnly => true;

    public string RouteName => AddressesRoutes.Create;

    public bool AppliesTo(ContentItem customer) => customer.Has<AddressBookPart>();
}

using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers;

internal sealed class ViewCustomerAction(IStringLocalizer<ViewCustomerAction> S) : ICustomerAction
{
    public LocalizedString Text => S["View"];

    public LocalizedString Hint => S["Open the customer's page"];

    public string Icon => "eye";

    public Permission Permission => CustomersPermissions.ViewCustomers;

    public string RouteName => CustomersRoutes.Display;
}

internal sealed class EditCustomerAction(IStringLocalizer<EditCustomerAction> S) : ICustomerAction
{
    public LocalizedString Text => S["Edit"];

    public LocalizedString PageText => S["Edit Customer"];

    public LocalizedString Hint => S["Change the customer's details"];

    public string Icon => "pen";

    public Permission Permission => CustomersPermissions.EditCustomers;

    public string RouteName => CustomersRoutes.Edit;
}

internal sealed class DeleteCustomerAction(IStringLocalizer<DeleteCustomerAction> S) : ICustomerAction
{
    public LocalizedString Text => S["Delete"];

    public LocalizedString Hint => S["Delete the customer for good"];

    public string Icon => "trash";

    public Permission Permission => CustomersPermissions.DeleteCustomers;

    public string RouteName => CustomersRoutes.Delete;

    public bool IsDestructive => true;

    public CustomerConfirmation Confirm(ContentItem customer)
        => new(S["Delete {0}? This cannot be undone.", customer.ListName()], S["Delete"]);
}

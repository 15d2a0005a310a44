using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Leads from the list to the page that exports it, from its menu and for those that are ticked.</summary>
internal sealed class ExportCustomersItem(IStringLocalizer<ExportCustomersItem> S) : ICustomerListMenuItem, ICustomerBulkPage
{
    public string Icon => "download";

    public int Order => 20;

    public Permission Permission => TransferPermissions.ExportCustomers;

    LocalizedString ICustomerListMenuItem.Text => S["Export Customers"];

    LocalizedString ICustomerListMenuItem.Hint => S["Take customers into a CSV or Excel file"];

    string ICustomerListMenuItem.RouteName => ExportRoutes.Ask;

    LocalizedString ICustomerBulkPage.Text => S["Export"];

    LocalizedString ICustomerBulkPage.Hint => S["Take them into a CSV or Excel file"];

    string ICustomerBulkPage.RouteName => ExportRoutes.AskTicked;
}

using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Leads from the list to the page that takes a file in.</summary>
internal sealed class ImportCustomersItem(IStringLocalizer<ImportCustomersItem> S) : ICustomerListMenuItem
{
    public LocalizedString Text => S["Import Customer List"];

    public LocalizedString Hint => S["Take customers over from a CSV file"];

    public string Icon => "upload";

    public int Order => 10;

    public Permission Permission => TransferPermissions.ImportCustomers;

    public string RouteName => ImportRoutes.Upload;
}

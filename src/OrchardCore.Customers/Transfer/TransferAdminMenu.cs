using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer;

/// <summary>The entries of imports and exports, beside those of the customers.</summary>
internal sealed class TransferAdminMenu(ISiteService siteService, IStringLocalizer<TransferAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        builder.Add(settings.Menu == CustomersMenu.Settings ? S["Settings"] : S["Customers"], group => group
            .Add(S["Imports"], entry => entry
                .Action("Index", "CustomerImports", CustomersConstants.Features.Customers)
                .Permission(TransferPermissions.ImportCustomers)
                .LocalNav())
            .Add(S["Exports"], entry => entry
                .Action("Index", "CustomerExports", CustomersConstants.Features.Customers)
                .Permission(TransferPermissions.ExportCustomers)
                .LocalNav()));

        builder.Add(S["Settings"], group => group
            .Add(S["Customer import and export"], entry => entry
                .AddClass("customers-transfer")
                .Id("customers-transfer-settings")
                .Action("Index", "Admin", new RouteValueDictionary
                {
                    ["area"] = "OrchardCore.Settings",
                    ["groupId"] = CustomersConstants.SettingsGroups.Transfer,
                })
                .Permission(CustomersPermissions.ManageCustomerSettings)
                .LocalNav()));
    }
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace OrchardCore.Customers;

/// <summary>The entries of the main feature. A site moves them with Orchard's own admin menus.</summary>
internal sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Customers"], NavigationConstants.AdminMenuContentPosition + ".5", customers => customers
                .AddClass("icon-class-fas")
                .AddClass("icon-class-fa-users")
                .Id("customers")
                .Add(S["Customers"], "1", list => list
                    .Action("Index", "Customers", CustomersConstants.Features.Customers)
                    .Permission(CustomersPermissions.ViewCustomers)
                    .LocalNav()))
            .Add(S["Settings"], settings => settings
                .Add(S["Customers"], entry => entry
                    .AddClass("customers")
                    .Id("customer-settings")
                    .Action("Index", "Admin", new RouteValueDictionary
                    {
                        ["area"] = "OrchardCore.Settings",
                        ["groupId"] = CustomersConstants.SettingsGroups.Customers,
                    })
                    .Permission(CustomersPermissions.ManageCustomerSettings)
                    .LocalNav()));

        return ValueTask.CompletedTask;
    }
}

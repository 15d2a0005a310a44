using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>The entries of the main feature. Where the list stands, the site's settings say: <see cref="CustomerSettings.Menu"/>.</summary>
internal sealed class AdminMenu(ISiteService siteService, IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        if (settings.Menu == CustomersMenu.Settings)
        {
            builder.Add(S["Settings"], AddList);
        }
        else
        {
            builder.Add(S["Customers"], NavigationConstants.AdminMenuContentPosition + ".5", customers => AddList(customers
                .AddClass("icon-class-fas")
                .AddClass("icon-class-fa-users")
                .Id("customers")));
        }

        builder.Add(S["Settings"], group => group
            .Add(S["Customer settings"], entry => entry
                .AddClass("customers")
                .Id("customer-settings")
                .Action("Index", "Admin", new RouteValueDictionary
                {
                    ["area"] = "OrchardCore.Settings",
                    ["groupId"] = CustomersConstants.SettingsGroups.Customers,
                })
                .Permission(CustomersPermissions.ManageCustomerSettings)
                .LocalNav()));
    }

    private void AddList(NavigationItemBuilder group) => group
        .Add(S["Customers"], list => list
            .Action("Index", "Customers", CustomersConstants.Features.Customers)
            .Permission(CustomersPermissions.ViewCustomers)
            .LocalNav())
        .Add(S["Customer groups"], groups => groups
            .Action("Index", "CustomerGroups", CustomersConstants.Features.Customers)
            .Permission(CustomersPermissions.ManageCustomerGroups)
            .LocalNav());
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts;

/// <summary>The entries of accounts, beside those of the customers.</summary>
internal sealed class AccountAdminMenu(ISiteService siteService, IStringLocalizer<AccountAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        builder.Add(settings.Menu == CustomersMenu.Settings ? S["Settings"] : S["Customers"], group => group
            .Add(S["Invitations"], entry => entry
                .Action("Index", "Invitations", CustomersConstants.Features.Customers)
                .Permission(CustomersPermissions.ManageCustomerAccounts)
                .LocalNav())
            .Add(S["Mails to customers"], entry => entry
                .Action("Index", "CustomerMails", CustomersConstants.Features.Customers)
                .Permission(CustomersPermissions.ManageCustomerSettings)
                .LocalNav()));

        builder.Add(S["Settings"], group => group
            .Add(S["Customer accounts"], entry => entry
                .AddClass("customer-accounts")
                .Id("customer-accounts-settings")
                .Action("Index", "Admin", new RouteValueDictionary
                {
                    ["area"] = "OrchardCore.Settings",
                    ["groupId"] = CustomersConstants.SettingsGroups.Accounts,
                })
                .Permission(CustomersPermissions.ManageCustomerSettings)
                .LocalNav()));
    }
}

using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace OrchardCore.Customers.Sites;

/// <summary>The entry of sites, among the settings.</summary>
internal sealed class SitesAdminMenu(IStringLocalizer<SitesAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Settings"], group => group
            .Add(S["Sites"], entry => entry
                .AddClass("customer-sites")
                .Id("customer-sites")
                .Action("Index", "StoreSites", CustomersConstants.Features.Customers)
                .Permission(SitesPermissions.ManageSites)
                .LocalNav()));

        return ValueTask.CompletedTask;
    }
}

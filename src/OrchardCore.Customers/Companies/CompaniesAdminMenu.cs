using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Companies;

/// <summary>The entry of companies, beside those of the customers.</summary>
internal sealed class CompaniesAdminMenu(ISiteService siteService, IStringLocalizer<CompaniesAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        builder.Add(settings.Menu == CustomersMenu.Settings ? S["Settings"] : S["Customers"], group => group
            .Add(S["Companies"], entry => entry
                .Action("Index", "Companies", CustomersConstants.Features.Customers)
                .Permission(CompaniesPermissions.ViewCompanies)
                .LocalNav()));
    }
}

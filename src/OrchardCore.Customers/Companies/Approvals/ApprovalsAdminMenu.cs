using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>The entry of approvals, beside that of companies.</summary>
internal sealed class ApprovalsAdminMenu(ISiteService siteService, IStringLocalizer<ApprovalsAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();

        builder.Add(settings.Menu == CustomersMenu.Settings ? S["Settings"] : S["Customers"], group => group
            .Add(S["Approvals"], entry => entry
                .Action("Index", "Approvals", CustomersConstants.Features.Customers)
                .Permission(CompaniesPermissions.ViewCompanies)
                .LocalNav()));
    }
}

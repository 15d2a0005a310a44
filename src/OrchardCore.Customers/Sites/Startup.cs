using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Sites;

[Feature(CustomersConstants.Features.Sites)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSites();
        services.AddDataMigration<SitesMigrations>();
        services.AddPermissionProvider<SitesPermissionsProvider>();
        services.AddNavigationProvider<SitesAdminMenu>();
        services.AddScoped<IAuthorizationHandler, SitesAuthorizationHandler>();
        services.AddScoped<StoreSitePages>();
        services.AddScoped<StoreSiteForms>();
        services.AddScoped<SiteUserPages>();
    }
}

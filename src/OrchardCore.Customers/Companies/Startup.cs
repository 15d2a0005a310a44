using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

[Feature(CustomersConstants.Features.Companies)]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddCompanies();
        services.AddDataMigration<CompanyMigrations>();
        services.AddPermissionProvider<CompaniesPermissionsProvider>();
        services.AddNavigationProvider<CompaniesAdminMenu>();
        services.AddScoped<IAuthorizationHandler, CompanyAuthorizationHandler>();
        services.AddScoped<IAuthorizationHandler, BusinessUnitAuthorizationHandler>();
        services.AddScoped<IAuthorizationHandler, CompanyScopeHandler>();
    }
}

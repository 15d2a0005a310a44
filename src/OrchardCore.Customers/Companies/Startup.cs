using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;
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
        services.AddContentPart<CompanyPart>().UseDisplayDriver<CompanyPartDisplayDriver>();
        services.AddContentPart<BusinessUnitPart>().UseDisplayDriver<BusinessUnitPartDisplayDriver>();
        services.AddScoped<IContentDisplayHandler, CompanyEditorHandler>();
        services.AddScoped<ICompanyRule, SkippedCompanyCheckRule>();
        services.AddScoped<CompanyBadges>();
        services.AddScoped<CompanyListSearch>();
        services.AddScoped<CompanyList>();
        services.AddScoped<CompanyOverview>();
        services.AddScoped<CompanyPages>();
        services.AddScoped<CompanyPicker>();
        services.AddScoped<CompanyForms>();
        services.AddScoped<BusinessUnitPages>();
        services.AddScoped<CompanyRolePages>();
        services.AddRecipeExecutionStep<CompaniesRecipeStep>();
        services.AddScoped<ICompanyTab, BusinessUnitsTab>();
        services.AddScoped<ICompanyTab, CompanyRolesTab>();
        services.AddScoped<ICompanyTab, CompanyAddressesTab>();
        services.AddSingleton(CompanyAddressesController.Place);
    }
}

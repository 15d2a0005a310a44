using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;

namespace OrchardCore.Customers.Companies;

/// <summary>For hosts and tests that want companies without the module; the module's own startup calls it.</summary>
public static class CompaniesServiceCollectionExtensions
{
    /// <summary>Adds companies with their units and roles, without pages and permissions; customers are added before.</summary>
    public static IServiceCollection AddCompanies(this IServiceCollection services)
    {
        services.AddContentPart<CompanyPart>();
        services.AddContentPart<BusinessUnitPart>();
        services.AddIndexProvider<CompanyIndexProvider>();
        services.AddIndexProvider<BusinessUnitIndexProvider>();
        services.AddIndexProvider<CompanyRoleIndexProvider>();
        services.AddIndexProvider<CompanyStructureIndexProvider>();
        services.AddScoped<ICompanyPermissionProvider, CompanyPermissions>();
        services.AddScoped<CompanyPermissionCatalog>();

        return services;
    }
}

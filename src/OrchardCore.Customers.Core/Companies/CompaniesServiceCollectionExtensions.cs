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
        services.AddContentPart<CompanyPart>().AddHandler<CompanyPartHandler>();
        services.AddContentPart<BusinessUnitPart>().AddHandler<BusinessUnitPartHandler>();
        services.AddIndexProvider<CompanyIndexProvider>();
        services.AddIndexProvider<BusinessUnitIndexProvider>();
        services.AddIndexProvider<CompanyRoleIndexProvider>();
        services.AddIndexProvider<CompanyStructureIndexProvider>();
        services.AddScoped<ICompanyPermissionProvider, CompanyPermissions>();
        services.AddScoped<CompanyPermissionCatalog>();

        services.AddScoped<StoredContents>();
        services.AddScoped<CompanyStructures>();
        services.AddScoped<CompanyWriter>();
        services.AddScoped<CompanyEraser>();
        services.AddScoped<CompanyDependents>();
        services.AddScoped<CompanyFieldChecker>();
        services.AddScoped<CompanyPlaces>();
        services.AddScoped<CompanyAddresses>();
        services.AddScoped<CompanyChecker>();
        services.AddScoped<CompanyFounder>();
        services.AddScoped<ICompanyManager, CompanyManager>();
        services.AddScoped<ICompanyAddressManager, CompanyAddressManager>();
        services.AddScoped<CompanyFinder>();

        services.AddScoped<BusinessUnitPlaces>();
        services.AddScoped<BusinessUnitChecker>();
        services.AddScoped<BusinessUnitChanges>();
        services.AddScoped<IBusinessUnitManager, BusinessUnitManager>();

        services.AddScoped<CompanyRoleChecker>();
        services.AddScoped<CompanyRoleChanges>();
        services.AddScoped<ICompanyRoleManager, CompanyRoleManager>();

        return services;
    }
}

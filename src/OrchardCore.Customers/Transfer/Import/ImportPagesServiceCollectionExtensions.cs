using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Transfer.Import;

internal static class ImportPagesServiceCollectionExtensions
{
    /// <summary>Adds the pages of imports, and the way to them.</summary>
    public static IServiceCollection AddCustomerImportPages(this IServiceCollection services)
    {
        services.AddScoped<ImportWords>();
        services.AddScoped<ImportProgressWords>();
        services.AddScoped<ImportPages>();
        services.AddScoped<ImportPlanPages>();
        services.AddScoped<ImportPlanner>();
        services.AddScoped<ImportRunPages>();
        services.AddScoped<ImportRunRows>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<ICustomerListMenuItem, ImportCustomersItem>();

        return services;
    }
}

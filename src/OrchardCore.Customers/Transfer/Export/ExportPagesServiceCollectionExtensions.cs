using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Transfer.Export;

internal static class ExportPagesServiceCollectionExtensions
{
    /// <summary>Adds the pages of exports, and the ways to them.</summary>
    public static IServiceCollection AddCustomerExportPages(this IServiceCollection services)
    {
        services.AddScoped<ExportWords>();
        services.AddScoped<ExportChoices>();
        services.AddScoped<ExportFormPages>();
        services.AddScoped<ExportPages>();
        services.AddScoped<ICustomerListMenuItem, ExportCustomersItem>();
        services.AddScoped<ICustomerBulkPage, ExportCustomersItem>();

        return services;
    }
}

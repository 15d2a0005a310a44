using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Transfer.Export;

internal static class ExportServiceCollectionExtensions
{
    /// <summary>Adds exports, without pages.</summary>
    public static IServiceCollection AddCustomerExports(this IServiceCollection services)
    {
        services.AddJobs<ExportRun, ExportRunner>();
        services.AddScoped<ExportColumns>();
        services.AddScoped<ExportRows>();
        services.AddScoped<ExportActor>();
        services.AddScoped<ExportExpiry>();
        services.AddScoped<ExportStep>();
        services.AddScoped<ExportWorkbookStep>();
        services.AddScoped<ExportDownload>();
        services.AddScoped<ExportFiles>();
        services.AddScoped<IExportManager, ExportManager>();

        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Data;

namespace OrchardCore.Customers.Transfer.Import;

internal static class ImportServiceCollectionExtensions
{
    /// <summary>Adds imports, without pages.</summary>
    public static IServiceCollection AddCustomerImports(this IServiceCollection services)
    {
        services.AddJobs<ImportRun, ImportRunner>();
        services.AddIndexProvider<ImportLogIndexProvider>();
        services.AddScoped<ImportActor>();
        services.AddScoped<ImportRowReader>();
        services.AddScoped<ImportMatcher>();
        services.AddScoped<ImportColumns>();
        services.AddScoped<ImportDecider>();
        services.AddScoped<ImportBatch>();
        services.AddScoped<ImportLogs>();
        services.AddScoped<ImportTelling>();
        services.AddScoped<ImportWork>();
        services.AddScoped<ImportStep>();
        services.AddScoped<ImportFollowUpStep>();
        services.AddScoped<IImportFollowUp, ImportUndo>();
        services.AddScoped<ImportInvitations>();
        services.AddScoped<IImportFollowUp>(provider => provider.GetRequiredService<ImportInvitations>());
        services.AddScoped<ImportUploads>();
        services.AddScoped<ImportPlans>();
        services.AddScoped<ImportLeftovers>();
        services.AddScoped<IImportManager, ImportManager>();

        return services;
    }
}

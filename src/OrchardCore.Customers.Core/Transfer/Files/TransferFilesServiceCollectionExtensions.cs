using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;

namespace OrchardCore.Customers.Transfer.Files;

internal static class TransferFilesServiceCollectionExtensions
{
    /// <summary>Adds files in the database, and what reads and writes them.</summary>
    public static IServiceCollection AddTransferFiles(this IServiceCollection services)
    {
        services.AddIndexProvider<TransferFileIndexProvider>();
        services.AddIndexProvider<TransferFileChunkIndexProvider>();
        services.AddScoped<CsvTexts>();
        services.AddScoped<CsvDetector>();
        services.AddScoped<TransferFileStore>();
        services.AddScoped<TransferFileConverter>();

        return services;
    }
}

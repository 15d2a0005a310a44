using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;

namespace OrchardCore.Customers.History;

internal static class CustomerHistoryServiceCollectionExtensions
{
    /// <summary>Adds what writes and reads the history of customers.</summary>
    public static IServiceCollection AddCustomerHistory(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<CustomerHistoryHandler>();
        services.AddIndexProvider<CustomerEventIndexProvider>();
        services.AddScoped<CustomerActor>();
        services.AddScoped<CustomerHistory>();
        services.AddScoped<CustomerComparison>();

        return services;
    }
}

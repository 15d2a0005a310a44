using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Data;

namespace OrchardCore.Customers.Bulk;

internal static class CustomerBulkServiceCollectionExtensions
{
    /// <summary>Adds what can be done with many customers at once, and the jobs that do it. Who the users are, the host says: <see cref="IJobUsers"/>.</summary>
    public static IServiceCollection AddCustomerBulk(this IServiceCollection services)
    {
        services.AddJobs<CustomerJob, CustomerJobRunner>();
        services.AddIndexProvider<CustomerJobRefusalsIndexProvider>();
        services.AddScoped<CustomerRows>();
        services.AddScoped<CustomerJobActor>();
        services.AddScoped<CustomerJobStep>();
        services.AddScoped<ICustomerJobManager, CustomerJobManager>();

        services.AddScoped<ICustomerBulkAction, ActivateAction>();
        services.AddScoped<ICustomerBulkAction, DeactivateAction>();
        services.AddScoped<ICustomerBulkAction, HoldAction>();
        services.AddScoped<ICustomerBulkAction, ReleaseAction>();

        return services;
    }
}

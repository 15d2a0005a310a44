using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Bulk;

internal static class CustomerBulkPagesServiceCollectionExtensions
{
    /// <summary>Adds the bulk actions with their pages and the task that goes on with those that were interrupted.</summary>
    public static IServiceCollection AddCustomerBulkPages(this IServiceCollection services)
    {
        services.AddCustomerBulk();
        services.AddScoped<ICustomerBulkAction, AssignManagerAction>();
        services.AddScoped<ICustomerBulkAction, AddToGroupAction>();
        services.AddScoped<ICustomerBulkAction, RemoveFromGroupAction>();
        services.AddScoped<ICustomerBulkAction, DeleteAction>();
        services.AddScoped<IJobUsers, JobUsers>();
        services.AddScoped<JobWords>();
        services.AddScoped<CustomerBulkPages>();
        services.AddScoped<CustomerJobPages>();
        services.AddSingleton<IBackgroundTask, JobTask>();

        return services;
    }
}

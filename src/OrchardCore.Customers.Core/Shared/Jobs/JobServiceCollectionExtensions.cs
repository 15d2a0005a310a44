using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;

namespace OrchardCore.Customers.Shared.Jobs;

internal static class JobServiceCollectionExtensions
{
    /// <summary>Adds a kind of jobs and what works on them. Who the users are, and when it goes on with those that were interrupted, the host says.</summary>
    public static IServiceCollection AddJobs<TJob, TRunner>(this IServiceCollection services)
        where TJob : Job
        where TRunner : JobRunner<TJob>
    {
        services.AddIndexProvider<JobIndexProvider<TJob>>();
        services.AddScoped<JobStore<TJob>>();
        services.AddScoped<TRunner>();
        services.AddScoped<IJobRunner>(provider => provider.GetRequiredService<TRunner>());

        return services;
    }
}

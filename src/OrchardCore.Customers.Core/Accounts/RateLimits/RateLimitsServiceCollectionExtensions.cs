using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;

namespace OrchardCore.Customers.Accounts.RateLimits;

internal static class RateLimitsServiceCollectionExtensions
{
    /// <summary>Adds what keeps things from being tried too often.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddIndexProvider<CountedAttemptIndexProvider>();
        services.AddScoped<IRateLimiter, RateLimiter>();

        return services;
    }
}

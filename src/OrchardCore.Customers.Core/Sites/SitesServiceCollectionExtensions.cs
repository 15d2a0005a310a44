using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Rules;
using OrchardCore.Data;

namespace OrchardCore.Customers.Sites;

/// <summary>For hosts and tests that want sites without the module; the module's own startup calls it.</summary>
public static class SitesServiceCollectionExtensions
{
    /// <summary>Adds sites and users who are limited to them, without pages and permissions; customers are added before.</summary>
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        services.AddScoped<StoreSiteChecker>();
        services.AddScoped<StoreSiteUses>();
        services.AddScoped<IStoreSiteManager, StoreSiteManager>();
        services.AddScoped<ICustomerSiteSource, StoreSiteSource>();
        services.AddScoped<ICustomerBulkAction, PreferredSiteAction>();

        services.AddIndexProvider<UserSitesIndexProvider>();
        services.AddScoped<IUserSitesManager, UserSitesManager>();
        services.AddScoped<SiteLimits>();
        services.AddScoped<ICustomerScope, SiteScope>();
        services.AddScoped<ICustomerRule, SiteLimitRule>();
        services.AddContentPart<CustomerPart>().AddHandler<SiteLimitHandler>();
        services.AddStorefrontProbe();

        return services;
    }
}

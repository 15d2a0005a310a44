using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Sites;
using OrchardCore.Data;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>For hosts and tests that want assisted buying without the module; the module's own startup calls it.</summary>
public static class AssistedBuyingServiceCollectionExtensions
{
    /// <summary>Adds sessions in which users act for customers, without pages, endpoints and permissions; customers, accounts and sites are added before.</summary>
    public static IServiceCollection AddAssistedBuying(this IServiceCollection services)
    {
        services.AddContentPart<CustomerPart>().AddHandler<AssistedSessionHandler>();
        services.AddIndexProvider<AssistedSessionIndexProvider>();
        services.AddIndexProvider<AssistedActionIndexProvider>();
        services.AddIndexProvider<AssistKeyIndexProvider>();
        services.AddIndexProvider<StorefrontCredentialIndexProvider>();
        services.AddScoped<AssistKeys>();
        services.AddScoped<AssistTokens>();
        services.AddScoped<IStorefrontCredentials, StorefrontCredentials>();
        services.AddScoped<AssistSites>();
        services.AddScoped<AssistChecker>();
        services.AddScoped<AssistedSessions>();
        services.AddScoped<AssistParties>();
        services.AddScoped<IAssistedBuyingService, AssistedBuyingService>();
        services.AddScoped<IStoreSiteDependent, AssistSiteDependent>();
        services.AddScoped<AssistNotices>();
        services.AddScoped<AssistNoticeWriter>();
        services.AddScoped<AssistActionTexts>();
        services.AddScoped<AssistedActions>();
        services.AddScoped<IAssistedActions>(provider => provider.GetRequiredService<AssistedActions>());

        return services;
    }
}

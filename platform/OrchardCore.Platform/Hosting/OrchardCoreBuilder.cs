using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using OrchardCore.Hosting;
using OrchardCore.Modules;
using OrchardCore.Recipes.Services;

namespace Microsoft.Extensions.DependencyInjection;

public class OrchardCoreBuilder
{
    internal OrchardCoreBuilder(IServiceCollection services) => Services = services;

    internal IServiceCollection Services { get; }
}

public static class ServiceExtensions
{
    /// <summary>Makes the application a site of the modules it references.</summary>
    public static OrchardCoreBuilder AddOrchardCms(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(new HostServices(services));
        services.AddSingleton<FeatureCatalog>();
        services.AddSingleton<TenantSettings>();
        services.AddSingleton<TenantStores>();
        services.AddSingleton<TenantFactory>();
        services.AddSingleton<ShellHost>();
        services.AddSingleton<IShellHost>(provider => provider.GetRequiredService<ShellHost>());
        services.AddSingleton<RecipeHarvester>();
        services.AddSingleton<Setup>();
        services.AddHostedService<BackgroundTaskRunner>();

        return new OrchardCoreBuilder(services);
    }
}

public static class OrchardCoreBuilderExtensions
{
    /// <summary>Features that serve requests as long as the site is not set up; the platform has <c>OrchardCore.AutoSetup</c>.</summary>
    public static OrchardCoreBuilder AddSetupFeatures(this OrchardCoreBuilder builder, params string[] featureIds)
    {
        if (featureIds.Contains(AutoSetup.FeatureId, StringComparer.Ordinal))
        {
            builder.Services.TryAddSingleton<AutoSetup>();
        }

        return builder;
    }
}

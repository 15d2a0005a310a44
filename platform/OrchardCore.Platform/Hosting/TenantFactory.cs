using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;

namespace OrchardCore.Hosting;

/// <summary>Makes a site of the features that are stored as enabled.</summary>
internal sealed class TenantFactory(HostServices hostServices, IServiceProvider host, FeatureCatalog catalog, TenantStores stores)
{
    public async Task<Tenant> CreateAsync(ShellHost shellHost)
    {
        var features = new EnabledFeatures(catalog, await FeaturesDocument.ReadEnabledAsync(stores));
        var services = hostServices.ShareWith(host);
        services.AddSingleton(features);
        features.AddServices(services, host);

        return new Tenant(shellHost, services.BuildServiceProvider());
    }
}

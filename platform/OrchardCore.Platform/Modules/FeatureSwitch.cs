using OrchardCore.Data;
using OrchardCore.Documents;
using OrchardCore.Environment.Shell;

namespace OrchardCore.Modules;

/// <summary>Enables features; the next scope has them.</summary>
internal sealed class FeatureSwitch(SiteDocument<FeaturesDocument> features, FeatureCatalog catalog, ScopeCommit commit, ShellHost host)
{
    public async Task EnableAsync(IEnumerable<string> ids)
    {
        var document = await features.LoadAsync();
        var enabled = catalog.WithDependencies([.. document.Enabled, .. ids]).Select(feature => feature.Id).ToList();

        if (enabled.Except(document.Enabled).Any())
        {
            document.Enabled = enabled;
            await features.UpdateAsync();
            commit.OnCommitted(host.ReloadAsync);
        }
    }
}

using OrchardCore.Data;
using YesSql;

namespace OrchardCore.Modules;

/// <summary>The features of a site, as they are stored.</summary>
internal sealed class FeaturesDocument
{
    public List<string> Enabled { get; set; } = [];

    /// <summary>Those that were enabled before, and so have given roles their permissions.</summary>
    public List<string> Installed { get; set; } = [];

    /// <summary>Reads what a site has to be made of, before there is one.</summary>
    public static async Task<IEnumerable<string>> ReadEnabledAsync(TenantStores stores)
    {
        await using var session = stores.Create().CreateSession(withTracking: false);

        return (await session.Query<FeaturesDocument>().FirstOrDefaultAsync())?.Enabled ?? [];
    }
}

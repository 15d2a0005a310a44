using OrchardCore.ContentManagement;
using OrchardCore.Customers.Sites;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Knows where a user may act for a customer.</summary>
internal sealed class AssistSites(IStoreSiteManager sites, SiteLimits limits)
{
    /// <summary>The customer's sites that have assisted buying, and that the user works for; the preferred one first.</summary>
    public async Task<IReadOnlyList<StoreSite>> FindAsync(ContentItem customer, string? agentId)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var own = await limits.ReadAsync(agentId);

        return
        [
            .. (await sites.FindAllAsync())
                .Where(site => IsReady(site) && IsSiteOf(part, site.Code) && (own is null || own.Contains(site.Code, StringComparer.Ordinal)))
                .OrderByDescending(site => site.Code == part.PreferredSite),
        ];
    }

    /// <summary>The origins where a session may be opened, the storefront's own first.</summary>
    public static IReadOnlyList<string> OriginsOf(StoreSite site) => [StorefrontAddress.OriginOf(site)!, .. site.AssistedBuying.AllowedOrigins];

    /// <summary>The page that a session opens with; at another origin than the storefront's own the path is the same.</summary>
    public static string EntryOf(StoreSite site, string origin)
        => (origin == StorefrontAddress.OriginOf(site) ? site.StorefrontUrl.TrimEnd('/') : origin) + site.AssistedBuying.EntryPath;

    /// <summary>A recipe may bring anything; what no form would take is not ready.</summary>
    private static bool IsReady(StoreSite site)
        => site is { IsActive: true, AssistedBuying: { IsEnabled: true, Modes.Length: > 0 } assisted }
            && StorefrontAddress.OriginOf(site) is not null
            && StorefrontAddress.IsPath(assisted.EntryPath);

    private static bool IsSiteOf(CustomerPart part, string code) => part.PreferredSite == code || part.Sites.Contains(code, StringComparer.Ordinal);
}

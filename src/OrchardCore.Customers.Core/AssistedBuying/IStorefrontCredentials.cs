using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>The secrets of storefronts. It flushes what it saves; when the database refuses, the session is cancelled.</summary>
public interface IStorefrontCredentials
{
    /// <summary>What is known of a site's secret; <see langword="null"/> when it has none.</summary>
    Task<StorefrontCredential?> FindAsync(string site);

    /// <summary>Makes a secret for a site; an older one is of no use from now on. Sessions that run go on.</summary>
    /// <returns>The secret, which is kept nowhere: it can be shown once.</returns>
    Task<(Result Result, string? Secret)> ReplaceAsync(string site);

    /// <summary>Takes a site's secret back; its storefront exchanges no codes from now on, and what runs there ends.</summary>
    Task<Result> RevokeAsync(string site);

    /// <summary>Whether it is the site's secret.</summary>
    Task<bool> IsOfAsync(string site, string secret);
}

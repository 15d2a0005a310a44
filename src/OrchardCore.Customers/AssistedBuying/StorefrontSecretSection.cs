using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Sites;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>On a site's form: whether its storefront has a secret, and how it gets one.</summary>
internal sealed class StorefrontSecretSection(IStorefrontCredentials credentials, ILocalClock localClock) : IStoreSiteSection
{
    public string ViewName => "_StorefrontSecret";

    public async Task<object> BuildAsync(StoreSite site)
    {
        var credential = await credentials.FindAsync(site.Code);

        return new StorefrontSecretModel(site.Code, credential is null ? null : await localClock.ToSiteZoneAsync(credential.CreatedUtc), credential?.CreatedBy);
    }
}

/// <param name="Created">In the site's zone; <see langword="null"/> when there is none.</param>
public sealed record StorefrontSecretModel(string Code, DateTimeOffset? Created, string? CreatedBy);

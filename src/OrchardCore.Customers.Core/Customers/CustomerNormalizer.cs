using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>Writes records as the site's settings and sites want them, see <see cref="CustomerNormalization"/>.</summary>
internal sealed class CustomerNormalizer(CustomerFields fields, ISiteService siteService, ICustomerSiteSource sites)
{
    public async Task NormalizeAsync(CustomerPart part) => part.Normalize(fields, await siteService.GetSettingsAsync<CustomerSettings>(), await sites.ReadAsync());
}

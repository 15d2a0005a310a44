using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>The sites that the customer settings name.</summary>
internal sealed class SettingsSiteSource(ISiteService siteService) : ICustomerSiteSource
{
    public bool IsTheSettings => true;

    public async Task<CustomerSiteList> ReadAsync()
        => new([.. (await siteService.GetSettingsAsync<CustomerSettings>()).Sites.Select(site => new CustomerSiteChoice(site.Code, site.Name))]);
}

using OrchardCore.Customers.Groups;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>What the customer form offers.</summary>
public sealed class CustomerFormChoices(ISiteService siteService, ICustomerSiteSource sites, ICustomerGroupManager groups)
{
    public Task<CustomerSettings> SettingsAsync() => siteService.GetSettingsAsync<CustomerSettings>();

    public Task<CustomerSiteList> SitesAsync() => sites.ReadAsync();

    public async Task<IReadOnlyList<CustomerGroupName>> GroupsAsync() => [.. (await groups.ListAsync()).Select(CustomerGroupManager.Name)];
}

namespace OrchardCore.Customers.Sites;

/// <summary>Customers shop at the sites of this feature; a user who is limited is offered its own.</summary>
internal sealed class StoreSiteSource(IStoreSiteManager sites, SiteLimits limits) : ICustomerSiteSource
{
    public bool IsTheSettings => false;

    public async Task<CustomerSiteList> ReadAsync()
    {
        var own = await limits.ReadAsync();

        return new([.. (await sites.FindAllAsync()).Select(site => new CustomerSiteChoice(site.Code, site.Name)
        {
            IsActive = site.IsActive,
            IsWithinReach = own is null || own.Contains(site.Code, StringComparer.Ordinal),
        })]);
    }
}

using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace OrchardCore.Customers.Sites;

/// <summary>Whom a user creates who is limited to sites, and says no site, shops at the first of them: by our form, Orchard's editor or an invitation.</summary>
internal sealed class SiteLimitHandler(SiteLimits limits, IStoreSiteManager sites) : ContentPartHandler<CustomerPart>
{
    public override async Task CreatingAsync(CreateContentContext context, CustomerPart part)
    {
        if (CustomerSites.Of(part).Any() || await limits.ReadAsync() is not [var first, ..] own)
        {
            return;
        }

        var active = (await sites.FindAllAsync()).Where(site => site.IsActive).Select(site => site.Code);
        part.PreferredSite = active.FirstOrDefault(own.Contains) ?? first;
        part.Apply();
    }
}

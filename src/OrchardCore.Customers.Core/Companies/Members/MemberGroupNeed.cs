using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Whether somebody who belongs to a company lacks the customer group that the site asks for.</summary>
internal sealed class MemberGroupNeed(ICustomerGroupManager groups, ISiteService siteService)
{
    public async Task<bool> IsMissingAsync(ContentItem customer)
        => (await siteService.GetSettingsAsync<CustomerSettings>()).BusinessNeedsGroup && (await OfThoseWithoutAsync([customer])).Count > 0;

    /// <summary>Those of the customers who are in no group that there is.</summary>
    public async Task<IReadOnlyList<ContentItem>> OfThoseWithoutAsync(IReadOnlyList<ContentItem> customers)
    {
        var ids = (await groups.ListAsync()).Select(group => group.ContentItemId).ToHashSet(StringComparer.Ordinal);

        return [.. customers.Where(customer => !customer.GetOrCreate<CustomerPart>().Groups.Any(ids.Contains))];
    }
}

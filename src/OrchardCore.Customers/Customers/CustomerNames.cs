using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

/// <summary>What the ids and codes in a customer's record are called.</summary>
public sealed class CustomerNames(ISession session, ICustomerSiteSource sites)
{
    /// <summary>The names of content items such as groups, by their ids: one query for all; those that are gone are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfItemsAsync(IEnumerable<string> ids)
    {
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];

        if (wanted.Length == 0)
        {
            return new Dictionary<string, string>();
        }

        var items = await session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId.IsIn(wanted) && index.Latest).NoDuplicates().ListAsync();

        return items.ToDictionary(item => item.ContentItemId, item => item.DisplayText ?? item.ContentItemId, StringComparer.Ordinal);
    }

    /// <summary>The names of the sites customers shop at, by their codes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfSitesAsync()
        => (await sites.ReadAsync()).All
            .DistinctBy(site => site.Code)
            .ToDictionary(site => site.Code, site => site.Name, StringComparer.Ordinal);
}

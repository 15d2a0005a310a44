using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql.Indexes;

namespace OrchardCore.Customers;

/// <summary>
/// One row per customer and site, the preferred one among them, in the customers' own collection, so that lists can be
/// narrowed by it.
/// </summary>
public sealed class CustomerSiteIndex : MapIndex
{
    public long DocumentId { get; set; }

    /// <summary>The code of the site, which may be gone.</summary>
    public string Site { get; set; } = "";
}

/// <summary>Maps the sites of the latest version of each customer.</summary>
public sealed class CustomerSiteIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<CustomerSiteIndex>()
            .When(item => item.Latest && item.Has<CustomerPart>())
            .Map(item => CustomerSites.Of(item.GetOrCreate<CustomerPart>()).Where(code => CodeText.IsCode(code)).Select(code => new CustomerSiteIndex { Site = code }));
    }
}

internal static class CustomerSites
{
    /// <summary>The codes of all sites a customer shops at, the preferred one first.</summary>
    public static IEnumerable<string> Of(CustomerPart part) => part.Sites.Prepend(part.PreferredSite).OfType<string>().Distinct(StringComparer.Ordinal);
}

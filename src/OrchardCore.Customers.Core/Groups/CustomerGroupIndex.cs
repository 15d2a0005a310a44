using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql.Indexes;

namespace OrchardCore.Customers.Groups;

/// <summary>One row per group.</summary>
public sealed class CustomerGroupIndex : MapIndex
{
    public string ContentItemId { get; set; } = "";

    /// <summary>The code in lower case; unique in the database.</summary>
    public string CodeKey { get; set; } = "";

    /// <summary>Folded by <see cref="SearchText"/>, for the order of lists.</summary>
    public string Name { get; set; } = "";
}

/// <summary>One row per customer and group, in the customers' own collection, so that lists can be narrowed by it.</summary>
public sealed class CustomerGroupMemberIndex : MapIndex
{
    public long DocumentId { get; set; }

    /// <summary>The content item id of the group, which may be gone.</summary>
    public string GroupId { get; set; } = "";
}

/// <summary>Maps the latest version of each group.</summary>
public sealed class CustomerGroupIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<CustomerGroupIndex>()
            .When(item => item.Latest && item.Has<CustomerGroupPart>())
            .Map(item =>
            {
                var part = item.GetOrCreate<CustomerGroupPart>();

                return new CustomerGroupIndex
                {
                    ContentItemId = item.ContentItemId,
                    CodeKey = CustomerGroupKeys.Of(part.Code ?? item.ContentItemId),
                    Name = SearchText.FoldKey(part.Name),
                };
            });
    }
}

/// <summary>Maps the groups of the latest version of each customer.</summary>
public sealed class CustomerGroupMemberIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<CustomerGroupMemberIndex>()
            .When(item => item.Latest && item.Has<CustomerPart>())
            .Map(item => item.GetOrCreate<CustomerPart>().Groups.Select(id => new CustomerGroupMemberIndex { GroupId = id }));
    }
}

internal static class CustomerGroupKeys
{
    /// <summary>How a code is compared.</summary>
    public static string Of(string code) => code.ToLowerInvariant();
}

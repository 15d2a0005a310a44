using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql.Indexes;

namespace OrchardCore.Customers.Companies;

/// <summary>One row per business unit.</summary>
public sealed class BusinessUnitIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string ContentItemId { get; set; } = "";

    public string CompanyId { get; set; } = "";

    /// <summary>Empty for the headquarters.</summary>
    public string ParentUnitId { get; set; } = "";

    /// <summary>Folded by <see cref="SearchText"/>.</summary>
    public string Name { get; set; } = "";
}

/// <summary>Maps the latest version of each business unit.</summary>
public sealed class BusinessUnitIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<BusinessUnitIndex>()
            .When(item => item.Latest && item.Has<BusinessUnitPart>())
            .Map(item =>
            {
                var part = item.GetOrCreate<BusinessUnitPart>();

                return new BusinessUnitIndex
                {
                    ContentItemId = item.ContentItemId,
                    CompanyId = part.CompanyId ?? "",
                    ParentUnitId = part.ParentUnitId ?? "",
                    Name = SearchText.FoldKey(part.Name),
                };
            });
    }
}

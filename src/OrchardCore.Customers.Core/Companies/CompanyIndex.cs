using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using YesSql.Indexes;

namespace OrchardCore.Customers.Companies;

/// <summary>One row per company: what lists filter, search and sort by.</summary>
public sealed class CompanyIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string ContentItemId { get; set; } = "";

    /// <summary>Folded by <see cref="SearchText"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name of a <see cref="CompanyStatus"/>.</summary>
    public string Status { get; set; } = "";

    public bool IsActive { get; set; }

    public bool IsBlocked { get; set; }

    /// <summary>Empty when it belongs to none.</summary>
    public string ParentCompanyId { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    /// <summary>All that the search box looks through: folded words, each after a space.</summary>
    public string Words { get; set; } = "";
}

/// <summary>Maps the latest version of each company.</summary>
public sealed class CompanyIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<CompanyIndex>()
            .When(item => item.Latest && item.Has<CompanyPart>())
            .Map(item =>
            {
                var part = item.GetOrCreate<CompanyPart>();

                return new CompanyIndex
                {
                    ContentItemId = item.ContentItemId,
                    Name = SearchText.FoldKey(part.Name),
                    Status = part.Status.ToString(),
                    IsActive = part.IsActive,
                    IsBlocked = part.IsBlocked,
                    ParentCompanyId = part.ParentCompanyId ?? "",
                    CreatedUtc = item.CreatedUtc ?? default,
                    Words = Words(part),
                };
            });
    }

    private static string Words(CompanyPart part)
    {
        string?[] texts = [part.Name, part.LegalName, part.TaxNumber, part.RegistrationNumber];

        return string.Concat(texts.SelectMany(text => SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Select(word => " " + word));
    }
}

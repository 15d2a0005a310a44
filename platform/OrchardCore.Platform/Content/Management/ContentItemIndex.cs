using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace OrchardCore.ContentManagement.Records;

/// <summary>One row per version of each content item.</summary>
public class ContentItemIndex : MapIndex
{
    public string ContentItemId { get; set; }

    public string ContentItemVersionId { get; set; }

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public string ContentType { get; set; }

    public DateTime? ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public DateTime? CreatedUtc { get; set; }

    public string Owner { get; set; }

    public string Author { get; set; }

    public string DisplayText { get; set; }
}

internal sealed class ContentItemIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ContentItemIndex>().Map(item => new ContentItemIndex
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = item.ContentItemVersionId,
        Latest = item.Latest,
        Published = item.Published,
        ContentType = item.ContentType,
        ModifiedUtc = item.ModifiedUtc,
        PublishedUtc = item.PublishedUtc,
        CreatedUtc = item.CreatedUtc,
        Owner = item.Owner,
        Author = item.Author,
        DisplayText = item.DisplayText?.Length > ContentMigrations.TextLength ? item.DisplayText[..ContentMigrations.TextLength] : item.DisplayText,
    });
}

internal sealed class ContentMigrations : DataMigration
{
    public const int TextLength = 255;
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ContentItemIndex>(table => table
            .Column<string>(nameof(ContentItemIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(ContentItemIndex.ContentItemVersionId), column => column.WithLength(IdLength))
            .Column<bool>(nameof(ContentItemIndex.Latest))
            .Column<bool>(nameof(ContentItemIndex.Published))
            .Column<string>(nameof(ContentItemIndex.ContentType), column => column.WithLength(TextLength))
            .Column<DateTime>(nameof(ContentItemIndex.ModifiedUtc))
            .Column<DateTime>(nameof(ContentItemIndex.PublishedUtc))
            .Column<DateTime>(nameof(ContentItemIndex.CreatedUtc))
            .Column<string>(nameof(ContentItemIndex.Owner), column => column.WithLength(TextLength))
            .Column<string>(nameof(ContentItemIndex.Author), column => column.WithLength(TextLength))
            .Column<string>(nameof(ContentItemIndex.DisplayText), column => column.WithLength(TextLength)));

        return 1;
    }
}

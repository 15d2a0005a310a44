using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace Platform.Tests.Features.Things;

/// <summary>Values of all kinds that a part may have.</summary>
public sealed class ThingPart : ContentPart
{
    public string Name { get; set; }

    public int Count { get; set; }

    public decimal? Price { get; set; }

    public ThingColor Color { get; set; }

    public ThingColor? OtherColor { get; set; }

    public DateTime? SeenUtc { get; set; }

    public DateOnly? Day { get; set; }

    public TimeSpan? Duration { get; set; }

    public string[] Tags { get; set; } = [];

    public IList<string> Defaults { get; } = ["default"];

    public ThingSize Size { get; set; }
}

public sealed class ThingSize
{
    public int Width { get; set; }

    public int? Height { get; set; }
}

public enum ThingColor
{
    Red,
    Green,
}

public sealed class ThingIndex : MapIndex
{
    /// <summary>That of the item; the database has this column anyway, and fills it.</summary>
    public long DocumentId { get; set; }

    public string ContentItemId { get; set; }

    /// <summary>Unique in the database.</summary>
    public string Name { get; set; }
}

public sealed class ThingIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ThingIndex>()
        .When(item => item.Latest && item.Has<ThingPart>())
        .Map(item => new ThingIndex { ContentItemId = item.ContentItemId, Name = item.GetOrCreate<ThingPart>().Name ?? item.ContentItemId });
}

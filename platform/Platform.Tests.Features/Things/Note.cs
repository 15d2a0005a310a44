using YesSql.Indexes;

namespace Platform.Tests.Features.Things;

/// <summary>A document that is no content item, in a collection of its own.</summary>
public sealed class Note
{
    public const string Collection = "Notes";

    public string Text { get; set; }

    public string Nothing { get; set; }

    public ThingColor Color { get; set; }

    public DateTime Time { get; set; }

    public TimeSpan Duration { get; set; }

    public decimal Price { get; set; }

    public IList<string> Defaults { get; set; } = ["default"];
}

public sealed class NoteIndex : MapIndex
{
    public string Text { get; set; }
}

public sealed class NoteIndexProvider : IndexProvider<Note>
{
    public NoteIndexProvider() => CollectionName = Note.Collection;

    public override void Describe(DescribeContext<Note> context) => context.For<NoteIndex>().Map(note => new NoteIndex { Text = note.Text });
}

/// <summary>Settings of a site.</summary>
public sealed class ThingSettings
{
    public string Title { get; set; } = "untitled";

    public ThingColor Color { get; set; }

    public string[] Words { get; set; } = [];
}

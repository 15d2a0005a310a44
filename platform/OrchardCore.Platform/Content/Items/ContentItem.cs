using System.Text.Json.Serialization;

namespace OrchardCore.ContentManagement;

/// <summary>Content with an identity of its own, made of parts.</summary>
[JsonConverter(typeof(ContentItemConverter))]
public class ContentItem : ContentElement
{
    public ContentItem() => ContentItem = this;

    /// <summary>The id of the document; 0 before it is saved.</summary>
    public long Id { get; set; }

    /// <summary>What the item is known by, 26 letters and digits; its versions share it.</summary>
    public string ContentItemId { get; set; }

    public string ContentItemVersionId { get; set; }

    public string ContentType { get; set; }

    public bool Published { get; set; }

    /// <summary>Whether this is the version to edit. An item of which there is none is deleted.</summary>
    public bool Latest { get; set; }

    public DateTime? ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public DateTime? CreatedUtc { get; set; }

    /// <summary>The id of the user who made the item.</summary>
    public string Owner { get; set; }

    /// <summary>The name of the user who changed it last.</summary>
    public string Author { get; set; }

    public string DisplayText { get; set; }

    public override string ToString() => string.IsNullOrWhiteSpace(DisplayText) ? $"{ContentType} ({ContentItemId})" : DisplayText;
}

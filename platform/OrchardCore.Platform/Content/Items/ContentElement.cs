using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrchardCore.ContentManagement;

/// <summary>
/// A piece of content: an item, a part of it, a field of a part. It is an object over a JSON node of its item: the node
/// holds what is stored, also what no class knows of, and <see cref="Elements"/> the objects read from it so far.
/// </summary>
public class ContentElement
{
    private Dictionary<string, ContentElement> _elements;

    private protected ContentElement()
    {
    }

    [JsonIgnore]
    public ContentItem ContentItem { get; set; }

    [JsonIgnore]
    internal JsonObject Data
    {
        get;
        set
        {
            field = value;
            _elements = null;
        }
    } = [];

    [JsonIgnore]
    internal Dictionary<string, ContentElement> Elements => _elements ??= [];
}

public class ContentPart : ContentElement
{
}

public class ContentField : ContentElement
{
}

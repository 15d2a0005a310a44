using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrchardCore.ContentManagement;

/// <summary>
/// An item as JSON: its own properties, then its parts. The id is the document's and stays out; of everything else only
/// what is an object or an array is read back.
/// </summary>
internal sealed class ContentItemConverter : JsonConverter<ContentItem>
{
    public override ContentItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonNode.Parse(ref reader).AsObject();
        var item = new ContentItem
        {
            ContentItemId = Text(json, nameof(ContentItem.ContentItemId)),
            ContentItemVersionId = Text(json, nameof(ContentItem.ContentItemVersionId)),
            ContentType = Text(json, nameof(ContentItem.ContentType)),
            DisplayText = Text(json, nameof(ContentItem.DisplayText)),
            Latest = Flag(json, nameof(ContentItem.Latest)),
            Published = Flag(json, nameof(ContentItem.Published)),
            ModifiedUtc = Time(json, nameof(ContentItem.ModifiedUtc)),
            PublishedUtc = Time(json, nameof(ContentItem.PublishedUtc)),
            CreatedUtc = Time(json, nameof(ContentItem.CreatedUtc)),
            Owner = Text(json, nameof(ContentItem.Owner)),
            Author = Text(json, nameof(ContentItem.Author)),
        };

        foreach (var (name, value) in json.Where(property => property.Value is JsonObject or JsonArray).ToArray())
        {
            json.Remove(name);
            item.Data[name] = value;
        }

        return item;
    }

    public override void Write(Utf8JsonWriter writer, ContentItem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(nameof(value.ContentItemId), value.ContentItemId);
        writer.WriteString(nameof(value.ContentItemVersionId), value.ContentItemVersionId);
        writer.WriteString(nameof(value.ContentType), value.ContentType);
        writer.WriteString(nameof(value.DisplayText), value.DisplayText);
        writer.WriteBoolean(nameof(value.Latest), value.Latest);
        writer.WriteBoolean(nameof(value.Published), value.Published);
        WriteTime(writer, nameof(value.ModifiedUtc), value.ModifiedUtc);
        WriteTime(writer, nameof(value.PublishedUtc), value.PublishedUtc);
        WriteTime(writer, nameof(value.CreatedUtc), value.CreatedUtc);
        writer.WriteString(nameof(value.Owner), value.Owner);
        writer.WriteString(nameof(value.Author), value.Author);

        foreach (var (name, node) in value.Data)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, node, options);
        }

        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTime? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Text(JsonObject json, string name) => Value(json, name)?.TryGetValue(out string text) == true ? text : null;

    private static bool Flag(JsonObject json, string name) => Value(json, name)?.TryGetValue(out bool flag) == true && flag;

    private static DateTime? Time(JsonObject json, string name) => Value(json, name)?.TryGetValue(out DateTime time) == true ? time : null;

    private static JsonValue Value(JsonObject json, string name) => json[name] as JsonValue;
}

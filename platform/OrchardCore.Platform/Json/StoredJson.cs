using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrchardCore.Json;

/// <summary>How objects become JSON in the database and in recipes.</summary>
internal static class StoredJson
{
    /// <summary>Without nulls, enums by name. What is read is put into the collections an object begins with.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(), new DateTimeConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The same with nulls, so that a value that was taken away replaces the one stored before.</summary>
    public static readonly JsonSerializerOptions WithNulls = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static JsonObject ToObject(object value, JsonSerializerOptions options = null)
        => JsonSerializer.SerializeToNode(value, value.GetType(), options ?? Options).AsObject();

    /// <summary>Writes the properties of one object over those of another. Objects within are merged, everything else is replaced.</summary>
    public static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject inner && target[name] is JsonObject known)
            {
                Merge(known, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    /// <summary>Whole seconds, called UTC whatever they are, as Orchard has it.</summary>
    private sealed class DateTimeConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TryGetDateTime(out var value) ? value : DateTime.Parse(reader.GetString(), CultureInfo.CurrentCulture);

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
            => writer.WriteStringValue(value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }
}

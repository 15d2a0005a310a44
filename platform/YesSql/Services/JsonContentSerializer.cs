using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YesSql.Services;

/// <summary>Documents as JSON without nulls and with dates in UTC; Orchard Core has its own in this place.</summary>
internal sealed class JsonContentSerializer : IContentSerializer
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new UtcDateConverter() },
    };

    public string Serialize(object item) => JsonSerializer.Serialize(item, item.GetType(), Options);

    public object Deserialize(string content, Type type) => JsonSerializer.Deserialize(content, type, Options);

    private sealed class UtcDateConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => DateTime.Parse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
            => writer.WriteStringValue(value.ToUniversalTime());
    }
}

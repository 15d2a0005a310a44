using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What is kept of customers for the undo.</summary>
internal static class ImportJournal
{
    private static readonly string[] Counted = [nameof(CustomerPart.Revision), nameof(CustomerPart.Claims)];

    /// <summary>The parts of a customer, without what Orchard writes about the item.</summary>
    public static JsonObject PartsOf(ContentItem customer) => PartsOf(CustomerDifferences.Parts(customer));

    /// <inheritdoc cref="PartsOf(ContentItem)"/>
    public static JsonObject PartsOf(JsonObject stored)
    {
        var parts = new JsonObject();

        foreach (var (name, value) in stored.Where(property => property.Value is JsonObject).OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            parts[name] = value!.DeepClone();
        }

        return parts;
    }

    /// <summary>Tells whether a customer still says what it said: a hash of its parts, without what counts its saves, however they are written down.</summary>
    public static string Stamp(ContentItem customer)
    {
        var parts = CustomerDifferences.Parts(customer);

        foreach (var name in parts.Where(property => property.Value is not JsonObject).Select(property => property.Key).ToList())
        {
            parts.Remove(name);
        }

        foreach (var name in Counted)
        {
            (parts[nameof(CustomerPart)] as JsonObject)?.Remove(name);
        }

        var text = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(text))
        {
            Write(parts, writer);
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan).AsSpan(0, 16));
    }

    /// <summary>
    /// A customer as it was before the import, to be saved in its place: another instance, since parts and fields that no class
    /// knows of can be read from what is stored only.
    /// </summary>
    public static ContentItem Restore(ContentItem customer, JsonObject before)
    {
        var stored = CustomerDifferences.Parts(customer);

        foreach (var name in stored.Where(property => property.Value is JsonObject).Select(property => property.Key).ToList())
        {
            stored.Remove(name);
        }

        foreach (var (name, value) in before)
        {
            stored[name] = value?.DeepClone();
        }

        var former = stored.Deserialize<ContentItem>()!;
        former.Id = customer.Id;
        former.Alter<CustomerPart>(part => part.Revision = customer.GetOrCreate<CustomerPart>().Revision);

        return former;
    }

    /// <summary>Writes properties in the order of their names, and without those that say nothing.</summary>
    private static void Write(JsonNode? node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case JsonObject value:
                writer.WriteStartObject();

                foreach (var property in value.Where(property => !SaysNothing(property.Value)).OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Key);
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();

                foreach (var element in array)
                {
                    Write(element, writer);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }

    private static bool SaysNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject value => value.All(property => SaysNothing(property.Value)),
        _ => false,
    };
}

using System.Security.Cryptography;
using System.Text;
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
        var parts = PartsOf(customer);

        foreach (var name in Counted)
        {
            (parts[nameof(CustomerPart)] as JsonObject)?.Remove(name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Order(parts)?.ToJsonString() ?? "")).AsSpan(0, 16));
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

    /// <summary>Properties in the order of their names, and without those that say nothing.</summary>
    private static JsonNode? Order(JsonNode? node) => node switch
    {
        JsonObject value => value.Select(property => KeyValuePair.Create(property.Key, Order(property.Value))).Where(property => property.Value is not null).OrderBy(property => property.Key, StringComparer.Ordinal).ToList() is { Count: > 0 } properties
            ? new JsonObject(properties)
            : null,
        JsonArray { Count: 0 } => null,
        JsonArray array => new JsonArray([.. array.Select(Order)]),
        _ => node?.DeepClone(),
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.History;

/// <summary>
/// Compares two versions of a customer, the merchant's own parts and fields included. Nothing, an empty text and an empty
/// list are the same; elements that have a key are compared with their like, other lists as one value.
/// </summary>
public static class CustomerDifferences
{
    /// <summary>Kept by the module: not what somebody changed.</summary>
    private static readonly HashSet<string> Kept =
    [
        CustomerFields.FullName(nameof(CustomerPart.Revision)),
        CustomerFields.FullName(nameof(CustomerPart.Claims)),
        CustomerFields.FullName(nameof(CustomerPart.Number)),
    ];

    /// <summary>What the elements of lists are told apart by.</summary>
    private static readonly string[] Keys = [nameof(CustomerAddress.Id), nameof(CustomerReference.Key), nameof(CustomerConsent.Channel)];

    /// <summary>The parts of an item, as they are stored.</summary>
    public static JsonObject Parts(ContentItem item) => JsonSerializer.SerializeToNode(item)!.AsObject();

    /// <summary>What differs, in the order of the parts and fields.</summary>
    public static IReadOnlyList<CustomerDifference> Between(JsonObject before, JsonObject after)
    {
        var found = new List<CustomerDifference>();

        // Beside its parts an item has single values, such as its author; those are Orchard's.
        foreach (var name in Names(before, after).Where(name => (after[name] ?? before[name]) is JsonObject))
        {
            Compare(name, before[name], after[name], found);
        }

        return found;
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<CustomerDifference> found)
    {
        if (JsonNode.DeepEquals(before, after) || Kept.Contains(path) || (IsEmpty(before) && IsEmpty(after)))
        {
            return;
        }

        if ((before ?? after) is JsonObject && (after ?? before) is JsonObject)
        {
            CompareObjects(path, before as JsonObject ?? [], after as JsonObject ?? [], found);
        }
        else if (ByKey(before) is { } former && ByKey(after) is { } latter)
        {
            CompareElements(path, former, latter, found);
        }
        else
        {
            found.Add(Difference(path, before, after));
        }
    }

    private static void CompareObjects(string path, JsonObject before, JsonObject after, List<CustomerDifference> found)
    {
        foreach (var name in Names(before, after))
        {
            Compare($"{path}.{name}", before[name], after[name], found);
        }
    }

    /// <summary>An element that was added or taken away is one difference, one that was changed has its own.</summary>
    private static void CompareElements(string path, Dictionary<string, JsonObject> before, Dictionary<string, JsonObject> after, List<CustomerDifference> found)
    {
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var (former, latter) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));

            if (former is not null && latter is not null)
            {
                CompareObjects($"{path}[{key}]", Uncounted(former), Uncounted(latter), found);
            }
            else
            {
                found.Add(Difference($"{path}[{key}]", former is null ? null : Uncounted(former), latter is null ? null : Uncounted(latter)));
            }
        }
    }

    /// <summary>Without what counts the saves of the element, and what they were checked as.</summary>
    private static JsonObject Uncounted(JsonObject element)
    {
        var copy = element.DeepClone().AsObject();
        copy.Remove(nameof(CustomerAddress.Revision));
        copy.Remove(nameof(CustomerAddress.CheckedAs));

        return copy;
    }

    /// <summary>The elements of a list by their keys; <see langword="null"/> when it has others.</summary>
    private static Dictionary<string, JsonObject>? ByKey(JsonNode? list)
    {
        var elements = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

        if (list is null)
        {
            return elements;
        }

        return list is JsonArray array && array.All(element => element is JsonObject keyed && KeyOf(keyed) is { } key && elements.TryAdd(key, keyed))
            ? elements
            : null;
    }

    private static string? KeyOf(JsonObject element)
        => Keys.Select(key => element[key]).FirstOrDefault(value => value?.GetValueKind() == JsonValueKind.String)?.GetValue<string>();

    private static CustomerDifference Difference(string path, JsonNode? before, JsonNode? after) => new(path, before?.DeepClone(), after?.DeepClone());

    private static IEnumerable<string> Names(JsonObject before, JsonObject after)
        => after.Concat(before).Select(property => property.Key).Distinct(StringComparer.Ordinal);

    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject value => value.All(property => IsEmpty(property.Value)),
        _ => node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length == 0,
    };
}

using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers;

/// <summary>What a customer is known by for good: its number and its custom id.</summary>
internal sealed class CustomerIdentity(CustomerHistory history, CustomerNumberSequence numbers)
{
    private readonly HashSet<ContentItem> _managed = new(ReferenceEqualityComparer.Instance);

    /// <summary>New customers get what they did not bring: the next numbers, and the content item id as the id.</summary>
    public async Task GiveAsync(IReadOnlyList<ContentItem> customers)
    {
        var unnumbered = customers.Where(customer => customer.GetOrCreate<CustomerPart>().Number is null).ToList();

        foreach (var (customer, number) in unnumbered.Zip(unnumbered.Count > 0 ? await numbers.TakeAsync(unnumbered.Count) : []))
        {
            customer.GetOrCreate<CustomerPart>().Number = number;
        }

        foreach (var part in customers.Select(customer => customer.GetOrCreate<CustomerPart>()))
        {
            // The item takes it over when it is saved, with all that is written then.
            part.CustomId ??= part.ContentItem.ContentItemId;
        }
    }

    /// <inheritdoc cref="GiveAsync(IReadOnlyList{ContentItem})"/>
    public async Task GiveAsync(CustomerPart part)
    {
        part.CustomId ??= part.ContentItem.ContentItemId;
        part.Number ??= (await numbers.TakeAsync(1))[0];
    }

    /// <summary>A saved customer has the number and the id it had, whatever an import or another editor made of them.</summary>
    public async Task KeepAsync(CustomerPart part)
    {
        var stored = (await history.StoredAsync(part.ContentItem.ContentItemId))[nameof(CustomerPart)];
        part.Number = Text(stored, nameof(CustomerPart.Number)) ?? part.Number;
        part.CustomId = Text(stored, nameof(CustomerPart.CustomId)) ?? part.CustomId;

        await GiveAsync(part);
    }

    /// <summary>
    /// Orchard's own ways, its recipes and its content API, write whatever they are given. What only the module writes stays
    /// as it is stored: when the customer was made, and how often it was saved.
    /// </summary>
    public async Task ProtectAsync(CustomerPart part)
    {
        if (_managed.Contains(part.ContentItem))
        {
            return;
        }

        var stored = await history.StoredAsync(part.ContentItem.ContentItemId);
        part.Revision = stored[nameof(CustomerPart)]?[nameof(CustomerPart.Revision)]?.GetValue<int>() ?? 0;

        if (stored[nameof(ContentItem.CreatedUtc)]?.GetValue<DateTime>() is { } created)
        {
            part.ContentItem.CreatedUtc = created;
        }
    }

    /// <summary>These customers are saved by our manager, whose callers know what they write.</summary>
    public void Trust(IEnumerable<ContentItem> customers) => _managed.UnionWith(customers);

    private static string? Text(JsonNode? part, string name) => part?[name]?.ToString() is { Length: > 0 } text ? text : null;
}

using OrchardCore.ContentManagement;

namespace OrchardCore.Customers;

/// <summary>
/// What stood in a customer's choices when it was loaded in this scope. A value that has left the settings' lists since
/// stays with the customers who have it; nobody else gets it.
/// </summary>
internal sealed class CustomerOrigins
{
    private readonly Dictionary<string, CustomerOrigin> _origins = new(StringComparer.Ordinal);

    /// <summary>Remembers a saved customer that was not changed yet; the first time counts.</summary>
    public ContentItem Remember(ContentItem customer)
    {
        if (customer.Id > 0)
        {
            var part = customer.GetOrCreate<CustomerPart>();
            _origins.TryAdd(customer.ContentItemId, new(part.Gender, [.. CustomerSites.Of(part)]));
        }

        return customer;
    }

    /// <summary>Whether the customer had that gender. Of a saved one that came another way, by an import, all are believed.</summary>
    public bool HadGender(ContentItem customer, string gender)
        => _origins.TryGetValue(customer.ContentItemId, out var origin) ? origin.Gender == gender : customer.Id > 0;

    /// <inheritdoc cref="HadGender"/>
    public bool HadSite(ContentItem customer, string code)
        => _origins.TryGetValue(customer.ContentItemId, out var origin) ? origin.Sites.Contains(code, StringComparer.Ordinal) : customer.Id > 0;

    private sealed record CustomerOrigin(string? Gender, string[] Sites);
}

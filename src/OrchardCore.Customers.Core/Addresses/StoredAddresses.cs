using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.History;

namespace OrchardCore.Customers.Addresses;

/// <summary>
/// What is stored of customers' addresses, and so was right when it was saved. Whoever sends an address does not decide
/// whether it was checked.
/// </summary>
internal sealed class StoredAddresses(CustomerHistory history)
{
    private readonly Dictionary<string, HashSet<string>> _stamps = new(StringComparer.Ordinal);

    /// <summary>Tells what is stored of an owner of addresses that is no customer, before its addresses are looked at.</summary>
    public void Remember(ContentItem owner, JsonObject parts) => _stamps.TryAdd(owner.ContentItemId, Stamps(parts));

    /// <summary>Takes off addresses the marks of checks that were not made.</summary>
    public async Task DistrustAsync(ContentItem customer, AddressBookPart book)
    {
        if (book.Addresses.All(address => address.CheckedAs is null))
        {
            return;
        }

        var known = await StampsAsync(customer);

        foreach (var address in book.Addresses.Where(address => address.CheckedAs is { } stamp && !known.Contains(stamp)))
        {
            address.CheckedAs = null;
        }
    }

    /// <summary>The address has obeyed the rules, in this scope.</summary>
    public async Task ConfirmAsync(ContentItem customer, CustomerAddress address)
    {
        address.CheckedAs = address.Stamp();
        (await StampsAsync(customer)).Add(address.CheckedAs);
    }

    /// <summary>The address of the customer's business, as it is stored; <see langword="null"/> when there is none.</summary>
    public async Task<PostalAddress?> FindBusinessAsync(ContentItem customer)
    {
        // A customer that was not saved yet has nothing stored, unless it is a new version, as imports bring them: that is checked anew.
        if (customer.Id == 0)
        {
            return null;
        }

        var stored = await history.StoredAsync(customer.ContentItemId);

        return stored[nameof(CustomerPart)]?[nameof(CustomerPart.Business)]?[nameof(CustomerBusiness.Address)]?.Deserialize<PostalAddress>();
    }

    private async Task<HashSet<string>> StampsAsync(ContentItem customer)
    {
        if (!_stamps.TryGetValue(customer.ContentItemId, out var stamps))
        {
            _stamps[customer.ContentItemId] = stamps = Stamps(customer.Id == 0 ? [] : await history.StoredAsync(customer.ContentItemId));
        }

        return stamps;
    }

    private static HashSet<string> Stamps(JsonObject parts)
        => [.. (parts[nameof(AddressBookPart)]?[nameof(AddressBookPart.Addresses)] as JsonArray ?? []).Select(address => address?[nameof(CustomerAddress.CheckedAs)]?.ToString()).OfType<string>()];
}

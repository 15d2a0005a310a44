using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Addresses;

/// <summary>The addresses of a customer, and what each is for.</summary>
public sealed class AddressBookPart : ContentPart
{
    public CustomerAddress[] Addresses { get; set; } = [];

    /// <summary>The id of the address that invoices are made out to; <see langword="null"/> when there is none.</summary>
    public string? BillingId { get; set; }

    /// <summary>The id of the address that goods are sent to; <see langword="null"/> when there is none.</summary>
    public string? ShippingId { get; set; }

    /// <summary>The id of the address that is meant when none is named; <see langword="null"/> when there is none.</summary>
    public string? DefaultId { get; set; }

    /// <summary>
    /// The id of the address the customer is saved for: then a form that holds the rest of it is not out of date;
    /// <see langword="null"/> when all of it is saved.
    /// </summary>
    internal string? SavedFor { get; set; }

    /// <summary>The address with that id; <see langword="null"/> when there is none.</summary>
    public CustomerAddress? Find(string? id) => id is null ? null : Array.Find(Addresses, address => address.Id == id);

    /// <summary>What an address is for.</summary>
    public AddressUses UsesOf(string id)
        => (id == BillingId ? AddressUses.Billing : AddressUses.None)
            | (id == ShippingId ? AddressUses.Shipping : AddressUses.None)
            | (id == DefaultId ? AddressUses.Default : AddressUses.None);

    /// <summary>Adds an address at the end; it gets an id if it has none.</summary>
    public void Add(CustomerAddress address)
    {
        address.Id = address.Id.Trim() is { Length: > 0 } id ? id : CustomerAddress.NewId();
        address.Revision = 1;
        Addresses = [.. Addresses, address];
        Settle();
    }

    /// <summary>Puts an address in the place of the one with the same id.</summary>
    public void Replace(CustomerAddress address)
    {
        address.Revision = Find(address.Id)!.Revision + 1;
        Addresses = [.. Addresses.Select(stored => stored.Id == address.Id ? address : stored)];
    }

    /// <summary>Removes an address; what it was for, the first of the others is for unless somebody chooses.</summary>
    public void Remove(string id)
    {
        Addresses = [.. Addresses.Where(address => address.Id != id)];
        BillingId = BillingId == id ? null : BillingId;
        ShippingId = ShippingId == id ? null : ShippingId;
        DefaultId = DefaultId == id ? null : DefaultId;
        Settle();
    }

    /// <summary>Says what an address is for; what it was for besides stays.</summary>
    public void Choose(string id, AddressUses uses)
    {
        BillingId = uses.HasFlag(AddressUses.Billing) ? id : BillingId;
        ShippingId = uses.HasFlag(AddressUses.Shipping) ? id : ShippingId;
        DefaultId = uses.HasFlag(AddressUses.Default) ? id : DefaultId;
    }

    /// <summary>The first address is for everything that none was chosen for.</summary>
    internal void Settle()
    {
        var first = Addresses.FirstOrDefault()?.Id;
        BillingId ??= first;
        ShippingId ??= first;
        DefaultId ??= first;
    }
}

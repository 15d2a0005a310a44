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
}

/// <summary>One address of a customer's address book.</summary>
public sealed class CustomerAddress : PostalAddress
{
    /// <summary>
    /// 1 to 66 ASCII letters, digits, <c>_</c> and <c>-</c>, once in an address book. Chosen when the address is added, or
    /// generated; never changed.
    /// </summary>
    public string Id { get; set; } = "";

    /// <summary>What the customer calls it, e.g. <c>Warehouse</c>; each at most 50 characters.</summary>
    public string[] Labels { get; set; } = [];

    /// <summary>Whether it was saved although it breaks the rules of its country.</summary>
    public bool IsUnchecked { get; set; }

    /// <summary>Counts the saves of this address, so that two who edit it at once are told.</summary>
    public int Revision { get; set; }
}

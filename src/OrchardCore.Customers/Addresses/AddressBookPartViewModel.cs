using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Addresses;

/// <summary>Ship To and Bill To on the customer form. Orchard derives a class from it, so it is neither sealed nor a record.</summary>
public class AddressBookPartViewModel
{
    /// <summary>The fields of the address that goods are sent to.</summary>
    public AddressInput ShipTo { get; set; } = new();

    /// <summary>The fields of the address that invoices are made out to, unless that is the same.</summary>
    public AddressInput BillTo { get; set; } = new();

    /// <summary>Whether both are one address.</summary>
    public bool UseShipTo { get; set; } = true;

    /// <summary>Writes the fields of Ship To into those of Bill To: where there is no script.</summary>
    public bool CopyShipTo { get; set; }

    public string? ShippingId { get; set; }

    public string? BillingId { get; set; }

    public string? DefaultId { get; set; }

    /// <summary>The addresses of the book, where there are several to choose among.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ListOption> Options { get; set; } = [];

    [BindNever, ValidateNever]
    public AddressSectionModel ShipToSection { get; set; } = null!;

    [BindNever, ValidateNever]
    public AddressSectionModel BillToSection { get; set; } = null!;
}

/// <summary>One of the two sections, which have the same structure.</summary>
public sealed record AddressSectionModel(AddressFieldsModel Fields, AddressInput Input, AddressConflict? Conflict);

using System.Text.Json;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Addresses;

/// <summary>
/// The address book of one customer of a recipe: <c>Addresses</c> in the form of <see cref="CustomerAddress"/>, with
/// <c>ShippingId</c>, <c>BillingId</c> and <c>DefaultId</c>; or columns such as <c>ShipTo.City</c> and <c>BillTo.City</c>.
/// </summary>
internal sealed class AddressRows
{
    private const string ShipTo = "ShipTo.";
    private const string BillTo = "BillTo.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly AddressBookPart _book = new();
    private CustomerAddress? _shipTo;
    private CustomerAddress? _billTo;

    public static bool IsField(string name)
        => name is nameof(AddressBookPart.Addresses) or nameof(AddressBookPart.ShippingId) or nameof(AddressBookPart.BillingId) or nameof(AddressBookPart.DefaultId)
            || ((name.StartsWith(ShipTo, StringComparison.Ordinal) || name.StartsWith(BillTo, StringComparison.Ordinal))
                && AddressFields.All.Any(field => field.Name == name[ShipTo.Length..]));

    /// <returns>Whether the value is one.</returns>
    public bool TryFill(string name, string value)
    {
        switch (name)
        {
            case nameof(AddressBookPart.Addresses):
                return TryReadAddresses(value);

            case nameof(AddressBookPart.ShippingId):
                _book.ShippingId = value;
                return true;

            case nameof(AddressBookPart.BillingId):
                _book.BillingId = value;
                return true;

            case nameof(AddressBookPart.DefaultId):
                _book.DefaultId = value;
                return true;

            default:
                var address = name.StartsWith(ShipTo, StringComparison.Ordinal) ? _shipTo ??= new() : _billTo ??= new();
                AddressFields.Find(name[ShipTo.Length..]).Write(address, value);
                return true;
        }
    }

    /// <summary>Without a Bill To of its own a customer is billed at its Ship To.</summary>
    public void ApplyTo(ContentItem customer)
    {
        if (_shipTo is not null)
        {
            _book.Add(_shipTo);
            _book.Choose(_shipTo.Id, AddressUses.Shipping);
        }

        if (_billTo is not null)
        {
            _book.Add(_billTo);
            _book.Choose(_billTo.Id, AddressUses.Billing);
        }

        if (_book.Addresses.Length > 0)
        {
            customer.Alter<AddressBookPart>(part => (part.Addresses, part.ShippingId, part.BillingId, part.DefaultId) = (_book.Addresses, _book.ShippingId, _book.BillingId, _book.DefaultId));
        }
    }

    private bool TryReadAddresses(string json)
    {
        try
        {
            _book.Addresses = JsonSerializer.Deserialize<CustomerAddress[]>(json, Json) ?? [];
        }
        catch (JsonException)
        {
            return false;
        }

        foreach (var address in _book.Addresses)
        {
            address.CheckedAs = null;
        }

        return _book.Addresses.All(address => address.Id is not null && address.Labels is not null && address.Labels.All(label => label is not null));
    }
}

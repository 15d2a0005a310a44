using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Transfer;

/// <summary>Where goods are sent and invoices are made out to.</summary>
internal sealed class AddressTransferColumns(AddressFields fields, CountryDirectory countries, AddressWriter writer, IStringLocalizer<AddressTransferColumns> S) : ICustomerTransferColumnSource
{
    /// <summary>The column by which a customer is billed where goods are sent to.</summary>
    public const string UseShipTo = "Use Ship To Address";

    private const int FirstShipTo = 200;
    private const int FirstBillTo = 230;

    public Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerTransferColumn>>(
    [
        .. AddressNames.All.Select((field, index) => Column(AddressNames.ShipTo, field, FirstShipTo + index)),
        new TransferColumn(UseShipTo, S["Use Ship To address"], S["Yes: the customer is billed at the Ship To address, and whatever stands in the Bill To columns is ignored. No, or empty: the Bill To columns count; where they are empty, the customer is billed at the Ship To address as well."], 220)
        {
            Example = TransferTexts.Yes,
            OtherNames = ["Same As Shipping", "Use Shipping Address", "Bill To Same As Ship To"],
            Codes = [TransferTexts.Yes, TransferTexts.No],
            Read = customer => Book(customer) is { ShippingId: not null } book ? TransferTexts.Answer(book.BillingId == book.ShippingId) : null,
            Note = cell => cell.Row.Note<AddressNote>().UseShipTo = cell,
            Complete = CompleteAsync,
        },
        .. AddressNames.All.Select((field, index) => Column(AddressNames.BillTo, field, FirstBillTo + index)),
    ]);

    private TransferColumn Column(string address, AddressName name, int order)
    {
        var field = AddressFields.Find(name.Field);
        var isShipTo = address == AddressNames.ShipTo;

        return new(AddressNames.NameOf(address, name), isShipTo ? S["Ship To: {0}", Label(name)] : S["Bill To: {0}", Label(name)], Hint(name), order)
        {
            OtherNames = AddressNames.OthersOf(address, name),
            Codes = AddressNames.CodesOf(name, countries),
            Field = $"{(isShipTo ? AddressBookKeys.ShipTo : AddressBookKeys.BillTo)}.{name.Field}",
            Read = customer => Book(customer) is { } book && book.Find(isShipTo ? book.ShippingId : book.BillingId) is { } read ? field.Read(read) : null,
            Note = cell => (isShipTo ? cell.Row.Note<AddressNote>().ShipTo : cell.Row.Note<AddressNote>().BillTo)[name.Field] = cell,
            Complete = CompleteAsync,
        };
    }

    private string Label(AddressName name) => fields.Label(name.Field, country: null).Value;

    private LocalizedString Hint(AddressName name) => name.Field switch
    {
        nameof(PostalAddress.Country) => S["A code of ISO 3166-1 like US, or the name, such as Germany or Deutschland."],
        nameof(PostalAddress.Subdivision) => S["Two letters like NY, a code of ISO 3166-2 like US-NY, or the name. Any text where the country has no list."],
        nameof(PostalAddress.ContactName) => S["Who is asked for there."],
        nameof(PostalAddress.Company) => S["The company there."],
        nameof(PostalAddress.Line1) => S["Street and number."],
        nameof(PostalAddress.Line2) or nameof(PostalAddress.Line3) => S["What the line before has no room for."],
        nameof(PostalAddress.PostalCode) => S["As the country writes it; zeros in front count."],
        nameof(PostalAddress.City) => S["As the country writes it."],
        _ => S["At this address. A customer who has none gets the one of the Ship To."],
    };

    private Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows)
    {
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        return Task.CompletedTask;
    }

    private static AddressBookPart? Book(ContentItem customer) => customer.Has<AddressBookPart>() ? customer.GetOrCreate<AddressBookPart>() : null;
}

/// <summary>The cells of a row that are about its addresses.</summary>
internal sealed class AddressNote
{
    public Dictionary<string, CustomerTransferCell> ShipTo { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CustomerTransferCell> BillTo { get; } = new(StringComparer.Ordinal);

    public CustomerTransferCell? UseShipTo { get; set; }

    /// <summary>Whether they were written.</summary>
    public bool IsDone { get; set; }
}

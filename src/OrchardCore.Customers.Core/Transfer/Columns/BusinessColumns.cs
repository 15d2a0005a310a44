using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Transfer;

/// <summary>The business a customer buys for, with its address.</summary>
internal sealed class BusinessColumns(CustomerFields fields, AddressFields addressFields, CountryDirectory countries, BusinessWriter writer, IStringLocalizer<BusinessColumns> S) : ICustomerTransferColumnSource
{
    private const int FirstAddress = 540;

    public Task<IReadOnlyList<ICustomerTransferColumn>> GetColumnsAsync() => Task.FromResult<IReadOnlyList<ICustomerTransferColumn>>(
    [
        Column("Business User", fields.Label(nameof(CustomerPart.Business)), S["Yes or No. Whatever stands in another column of the business alone means Yes; No takes away all that is known of it."], 500, property: "", ["Business", "Is Business", "B2B"], [TransferTexts.Yes, TransferTexts.No],
            customer => TransferTexts.Answer(Business(customer) is not null), cell => cell.Row.Note<BusinessNote>().IsBusiness = cell),
        Text(nameof(CustomerBusiness.Name), "Business Name", fields.BusinessName, S["As it is registered."], 510, ["Legal Name"], business => business.Name),
        Text(nameof(CustomerBusiness.TaxNumber), "Tax Number", fields.TaxNumber, S["Such as a VAT identification number."], 520, ["VAT Number", "VAT Id", "Tax Id", "Tax/VAT Number", "taxvat"], business => business.TaxNumber),
        Text(nameof(CustomerBusiness.RegistrationNumber), "Registration Number", fields.RegistrationNumber, S["The number in a commercial register."], 530, ["Company Registration Number"], business => business.RegistrationNumber),
        .. AddressNames.All.Select((name, index) => Address(name, FirstAddress + index)),
    ]);

    private TransferColumn Text(string property, string name, LocalizedString label, LocalizedString hint, int order, string[] others, Func<CustomerBusiness, string?> read)
        => Column(name, label, hint, order, "." + property, others, [],
            customer => Business(customer) is { } business ? read(business) : null,
            cell => cell.Row.Note<BusinessNote>().Texts[property] = cell);

    private TransferColumn Address(AddressName name, int order)
    {
        var field = AddressFields.Find(name.Field);
        var label = S["{0}: {1}", fields.BusinessAddress.Value, addressFields.Label(name.Field, country: null).Value];

        return Column(AddressNames.NameOf(AddressNames.Business, name), label, S["Of the address that is shown wherever one of a business user is."], order, $".{nameof(CustomerBusiness.Address)}.{name.Field}", AddressNames.OthersOf(AddressNames.Business, name), AddressNames.CodesOf(name, countries),
            customer => Business(customer)?.Address is { } address ? field.Read(address) : null,
            cell => cell.Row.Note<BusinessNote>().Address[name.Field] = cell);
    }

    private TransferColumn Column(string name, LocalizedString label, LocalizedString hint, int order, string property, IReadOnlyList<string> others, IReadOnlyList<string> codes, Func<ContentItem, string?> read, Action<CustomerTransferCell> note)
        => new(name, label, hint, order)
        {
            OtherNames = others,
            Codes = codes,
            Field = CustomerFields.FullName(nameof(CustomerPart.Business) + property),
            Read = read,
            Note = note,
            Complete = CompleteAsync,
        };

    private Task CompleteAsync(IReadOnlyList<CustomerTransferRow> rows)
    {
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        return Task.CompletedTask;
    }

    private static CustomerBusiness? Business(ContentItem customer) => customer.GetOrCreate<CustomerPart>().Business;
}

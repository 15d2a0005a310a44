using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Addresses;

/// <summary>Where customers live: columns of their default address, read from the page's customers.</summary>
internal abstract class DefaultAddressColumn(AddressFields fields, string name) : CustomerItemColumn
{
    public override LocalizedString Heading => fields.Label(name, country: null);

    public override bool IsShownByDefault => false;

    protected override CustomerCell GetCell(ContentItem customer)
        => new CustomerCell.Text(customer.Has<AddressBookPart>() && customer.GetOrCreate<AddressBookPart>() is var book && book.Find(book.DefaultId) is { } address ? Read(address) : null);

    protected abstract string? Read(PostalAddress address);
}

internal sealed class CityColumn(AddressFields fields) : DefaultAddressColumn(fields, nameof(PostalAddress.City))
{
    public override string Name => "city";

    public override int Order => 90;

    protected override string? Read(PostalAddress address) => address.City;
}

internal sealed class CountryColumn(AddressFields fields, CountryDirectory countries) : DefaultAddressColumn(fields, nameof(PostalAddress.Country))
{
    public override string Name => "country";

    public override int Order => 91;

    protected override string? Read(PostalAddress address) => address.Country is { } code ? countries.NameOf(code) : null;
}

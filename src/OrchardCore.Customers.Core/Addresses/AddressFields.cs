using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Addresses;

/// <summary>What the fields of an address are called where it is, in the user's language, and how long their texts may be.</summary>
public sealed class AddressFields(CountryDirectory countries, IStringLocalizer<AddressFields> S)
{
    /// <summary>The fields in the order of a form for an address without a country.</summary>
    public static readonly IReadOnlyList<AddressField> All =
    [
        new(nameof(PostalAddress.Country), 100, address => address.Country, (address, text) => address.Country = text),
        new(nameof(PostalAddress.ContactName), 255, address => address.ContactName, (address, text) => address.ContactName = text),
        new(nameof(PostalAddress.Company), 255, address => address.Company, (address, text) => address.Company = text),
        new(nameof(PostalAddress.Line1), 255, address => address.Line1, (address, text) => address.Line1 = text),
        new(nameof(PostalAddress.Line2), 255, address => address.Line2, (address, text) => address.Line2 = text),
        new(nameof(PostalAddress.Line3), 255, address => address.Line3, (address, text) => address.Line3 = text),
        new(nameof(PostalAddress.PostalCode), 20, address => address.PostalCode, (address, text) => address.PostalCode = text),
        new(nameof(PostalAddress.City), 100, address => address.City, (address, text) => address.City = text),
        new(nameof(PostalAddress.Subdivision), 100, address => address.Subdivision, (address, text) => address.Subdivision = text),
        new(nameof(PostalAddress.Phone), 50, address => address.Phone, (address, text) => address.Phone = text),
        new(nameof(PostalAddress.Email), 254, address => address.Email, (address, text) => address.Email = text),
    ];

    /// <summary>The field of that name.</summary>
    public static AddressField Find(string name) => All.First(field => field.Name == name);

    /// <summary>What a field is called in an address of that country.</summary>
    /// <exception cref="ArgumentException">There is no field of that name.</exception>
    public LocalizedString Label(string field, string? country) => field switch
    {
        nameof(PostalAddress.ContactName) => S["Contact name"],
        nameof(PostalAddress.Company) => S["Company"],
        nameof(PostalAddress.Line1) => S["Address line 1"],
        nameof(PostalAddress.Line2) => S["Address line 2"],
        nameof(PostalAddress.Line3) => S["Address line 3"],
        nameof(PostalAddress.PostalCode) => PostalLabel(countries.FormatOf(country)),
        nameof(PostalAddress.City) => countries.FormatOf(country).CityLabel == "town" ? S["Town or city"] : S["City"],
        nameof(PostalAddress.Subdivision) => SubdivisionLabel(countries.FormatOf(country)),
        nameof(PostalAddress.Country) => S["Country"],
        nameof(PostalAddress.Phone) => S["Phone"],
        nameof(PostalAddress.Email) => S["E-mail"],
        _ => throw new ArgumentException($"An address has no field '{field}'.", nameof(field)),
    };

    /// <summary>What an address is for.</summary>
    public LocalizedString Label(AddressUses use) => use switch
    {
        AddressUses.Billing => S["Billing"],
        AddressUses.Shipping => S["Shipping"],
        _ => S["Default"],
    };

    private LocalizedString PostalLabel(AddressFormat format) => format.PostalLabel switch
    {
        "zip" => S["ZIP code"],
        "postcode" => S["Postcode"],
        "eircode" => S["Eircode"],
        _ => S["Postal code"],
    };

    private LocalizedString SubdivisionLabel(AddressFormat format) => format.SubdivisionLabel switch
    {
        "state" => S["State"],
        "province" => S["Province or territory"],
        "prefecture" => S["Prefecture"],
        "emirate" => S["Emirate"],
        "county" => S["County"],
        "canton" => S["Canton"],
        _ => S["State or region"],
    };
}

/// <summary>One text of an address; its length is counted in UTF-16 code units, as in HTML.</summary>
public sealed record AddressField(string Name, int MaxLength, Func<PostalAddress, string?> Read, Action<PostalAddress, string?> Write);

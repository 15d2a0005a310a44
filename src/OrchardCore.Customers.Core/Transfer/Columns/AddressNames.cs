using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Transfer;

/// <summary>What files call the fields of an address.</summary>
internal static class AddressNames
{
    public const string ShipTo = "Ship To";

    public const string BillTo = "Bill To";

    public const string Business = "Business";

    /// <summary>What the business itself is called, not who is found at its address.</summary>
    private const string BusinessName = "Business Name";

    /// <summary>The fields in the order of a file, with what each is called after the name of its address, and what other programs call it.</summary>
    public static readonly IReadOnlyList<AddressName> All =
    [
        new(nameof(PostalAddress.ContactName), "Contact Name", ["Name", "Contact", "Attention", "Recipient"]),
        new(nameof(PostalAddress.Company), "Company", ["Company Name"]),
        new(nameof(PostalAddress.Line1), "Address 1", ["Address Line 1", "Line 1", "Street", "Street 1", "Address"]),
        new(nameof(PostalAddress.Line2), "Address 2", ["Address Line 2", "Line 2", "Street 2"]),
        new(nameof(PostalAddress.Line3), "Address 3", ["Address Line 3", "Line 3", "Street 3"]),
        new(nameof(PostalAddress.City), "City", ["Town"]),
        new(nameof(PostalAddress.Subdivision), "State", ["Province Code", "State Code", "Province", "Region", "State Province", "State Or Province"]),
        new(nameof(PostalAddress.PostalCode), "Postal Code", ["Zip", "Zip Code", "Postcode", "Post Code"]),
        new(nameof(PostalAddress.Country), "Country", ["Country Code", "Country Id"]),
        new(nameof(PostalAddress.Phone), "Phone", ["Telephone", "Phone Number"]),
        new(nameof(PostalAddress.Email), "Email", ["Email Address"]),
    ];

    private static readonly Dictionary<string, string[]> Prefixes = new(StringComparer.Ordinal)
    {
        [ShipTo] = ["Shipping", "Shipping Address", "Delivery", "Delivery Address", "Default Address", "_address"],
        [BillTo] = ["Billing", "Billing Address", "Invoice", "Invoice Address"],
        [Business] = ["Business Address"],
    };

    /// <summary>What a file with one address calls its fields, as long as the customer has no field of the same name.</summary>
    private static readonly HashSet<string> Alone =
        [nameof(PostalAddress.Line1), nameof(PostalAddress.Line2), nameof(PostalAddress.Line3), nameof(PostalAddress.City), nameof(PostalAddress.Subdivision), nameof(PostalAddress.PostalCode), nameof(PostalAddress.Country)];

    private static readonly Dictionary<string, IReadOnlyList<string>> Others = Prefixes.Keys
        .SelectMany(address => All, (address, field) => (Name: NameOf(address, field), Names: MakeOthers(address, field)))
        .ToDictionary(pair => pair.Name, pair => pair.Names, StringComparer.Ordinal);

    public static string NameOf(string address, AddressName field) => $"{address} {field.Heading}";

    /// <summary>The most exact names first: a code says more than the name of a state.</summary>
    public static IReadOnlyList<string> OthersOf(string address, AddressName field) => Others[NameOf(address, field)];

    /// <summary>The codes of countries; there are none for other fields.</summary>
    public static IReadOnlyList<string> CodesOf(AddressName field, CountryDirectory countries)
        => field.Field == nameof(PostalAddress.Country) ? [.. countries.Countries.Select(country => country.Code).Order(StringComparer.Ordinal)] : [];

    private static IReadOnlyList<string> MakeOthers(string address, AddressName field) =>
    [
        .. field.Others.Select(other => $"{address} {other}").Where(name => name != BusinessName),
        .. Prefixes[address].SelectMany(_ => field.Others.Prepend(field.Heading), (prefix, name) => $"{prefix} {name}"),
        .. address == ShipTo && Alone.Contains(field.Field) ? [.. field.Others.Where(name => name != "State Code"), field.Heading] : Array.Empty<string>(),
    ];
}

/// <param name="Field">The name of a <see cref="PostalAddress"/> property.</param>
/// <param name="Heading">What it is called after the name of its address, e.g. <c>City</c> of <c>Ship To City</c>.</param>
/// <param name="Others">What other programs say instead.</param>
internal sealed record AddressName(string Field, string Heading, string[] Others);

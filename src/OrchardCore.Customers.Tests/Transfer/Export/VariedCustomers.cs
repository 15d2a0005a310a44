using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Transfer.Columns;
using OrchardCore.Customers.Transfer;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>Customers with everything that a file may stumble over.</summary>
internal static class VariedCustomers
{
    private const int BatchSize = 100;

    private static readonly string[] Names =
    [
        "Åse Bjørnsdóttir", "عبد الله محمد", "=cmd|' /C calc'!A0", "+49 Eins", "-2+3", "@SUM(A1)", "O'Brien \"Bob\", Jr.", "'=quoted", "''=twice", "李小龙", "שלום עליכם",
        "Line, comma; semi|bar", "＝full width", "'s-Hertogenbosch", "Plain Name", "100%_\\", "NULL", "true", "1e5", "2024-01-02", "#REF!", "Émile\u0301 Zola", "🙂 Smile",
    ];

    private static readonly string[] Texts = ["one\r\ntwo", "one\ntwo", "  padded  ", "\"quoted\"", "tab\tinside", "=1+1\r\n=2", "'apostrophe", "a,b;c|d", "", "0012"];

    private static readonly (string City, string Country, string State, string PostalCode)[] Places =
        [("Berlin", "DE", "BE", "10117"), ("New York", "US", "NY", "10118"), ("Toronto", "CA", "ON", "M5H 2N2"), ("Boston", "US", "MA", "02108")];

    /// <summary>Creates customers, each unlike the others.</summary>
    public static async Task AddAsync(TestSite site, int count)
    {
        for (var first = 0; first < count; first += BatchSize)
        {
            await site.InScopeAsync(services => AddAsync(services, first, Math.Min(BatchSize, count - first)));
        }
    }

    private static async Task AddAsync(IServiceProvider services, int first, int count)
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var rows = new List<(CustomerTransferRow Row, (string Column, string Text)[] Cells)>();

        for (var index = first; index < first + count; index++)
        {
            rows.Add((new CustomerTransferRow(await manager.NewAsync()), [.. Cells(index).Where(cell => cell.Text.Length > 0)]));
        }

        await TransferSiteExtensions.WriteAsync(services, [.. rows]);
        Assert.Empty(rows.SelectMany(row => row.Row.Errors).Select(error => $"{error.Column}: {error.Message}"));

        foreach (var (row, _) in rows.Where((_, index) => index % 3 == 0))
        {
            // No column has a further address, and none takes it away.
            row.Customer.Alter<AddressBookPart>(book => book.Add(new CustomerAddress { ContactName = "Further", Line1 = "Weg 1", City = "Bonn", PostalCode = "53225", Country = "DE" }));
        }

        Assert.All(await manager.CreateAsync([.. rows.Select(row => row.Row.Customer)]), result => Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}"))));
    }

    private static IEnumerable<(string Column, string Text)> Cells(int index)
    {
        var (name, text) = (Names[index % Names.Length], Texts[index % Texts.Length]);
        var isFull = index % 2 == 0;
        List<(string, string)> cells =
        [
            ("Contact Name", $"{name} {index}"), ("Email", index % 5 == 0 ? "" : $"varied{index}@example.com"), ("Phone", index % 4 == 0 ? "+49 (0)30 12-34" : "0049 30 1234"),
            ("Customer Number", index % 7 == 0 ? $"000{index}" : ""), ("Custom Id", index % 11 == 0 ? $"-id_{index}" : ""),
            ("Status", index % 6 == 0 ? "Inactive" : "Active"), ("Member Number", $"00{index}"), ("Field Customer.Nickname", text), ("Field CustomerPart.Motto", index % 3 == 0 ? name : ""),
        ];

        if (isFull)
        {
            cells.AddRange(
            [
                ("Company", "Varied"), ("Second Phone", "-12.50"), ("Title", "Dr."), ("First Name", name), ("Middle Name", "von"), ("Last Name", "= Last"), ("Suffix", "PhD"),
                ("Date Of Birth", "1984-05-23"), ("Gender", "Female"), ("Language", "de-AT"), ("Currency", "EUR"), ("Preferred Site", "main"), ("Further Sites", "outlet"),
                ("Groups", index % 4 == 0 ? "wholesale; vip" : "vip"), ("Managed By", TestSite.Admin), ("Consent email", "Yes"), ("Consent sms", index % 4 == 0 ? "Yes" : ""), ("Consent phone", "Yes"), ("Consent post", "Yes"),
                ("On Hold", index % 8 == 0 ? "Yes" : ""), ("Hold Reason", index % 8 == 0 ? "=Papers \"missing\"" : ""), ("Hold Until", index % 16 == 0 ? "2099-12-31" : ""),
                .. Address(AddressNames.ShipTo, index), ("Use Ship To Address", index % 4 == 0 ? "Yes" : "No"), .. index % 4 == 0 ? [] : Address(AddressNames.BillTo, index + 1),
                ("References", index % 4 == 0 ? "erp=K-1; crm=a\\;b; odd\\=key=c\\\\d" : "f==1+1; zero=007"),
                ("Field Customer.Discount", "12.5"), ("Field Customer.Vip", "Yes"), ("Field Customer.Since", "2001-02-03"), ("Field Customer.Seen", "2024-05-23T14:30:00Z"), ("Field Customer.Opens", "09:30:00"),
                ("Field Customer.Remark", "- one\r\n- two"), ("Field Customer.Homepage", "https://example.com/?a=1&b=2"), ("Field Customer.Homepage Text", "@here"),
            ]);
        }

        if (index % 6 == 0)
        {
            cells.AddRange([("Business User", "Yes"), ("Business Name", "+Lee Ltd."), ("Tax Number", "DE129273398"), ("Registration Number", "HRB 1"), .. Address(AddressNames.Business, index + 2)]);
        }

        return cells;
    }

    private static IEnumerable<(string Column, string Text)> Address(string address, int index)
    {
        var (city, country, state, postalCode) = Places[index % Places.Length];

        return AddressNames.All.Select(field => (AddressNames.NameOf(address, field), field.Field switch
        {
            nameof(PostalAddress.City) => city,
            nameof(PostalAddress.Country) => country,
            nameof(PostalAddress.Subdivision) => state,
            nameof(PostalAddress.PostalCode) => postalCode,
            nameof(PostalAddress.Email) => $"there{index}@example.com",
            nameof(PostalAddress.Phone) => "+49 30 987",
            nameof(PostalAddress.Line2) => "=HYPERLINK(\"x\")",
            _ => $"{field.Heading}, {city}",
        }));
    }
}

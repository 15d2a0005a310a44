using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public sealed class ShipToBillToTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private const string Create = "/Admin/Customers/Create";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S2", "T18", "T19", "T21")]
    public async Task ANewCustomerComesWithItsShipToWhichIsItsBillToAsWell()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await SaveNewAsync(admin, "Ship Only", [.. Fields("ShipTo", "Berlin"), ("AddressBookPart.ShipTo.Phone", "+49 30 1234"), ("AddressBookPart.ShipTo.Email", "only@ship.example")]);

        var book = await Site.BookAsync(id);
        var address = Assert.Single(book.Addresses);
        Assert.Equal((address.Id, address.Id, "Berlin"), (book.ShippingId, book.BillingId, address.City));
        var part = await Site.ReadAsync(id);
        Assert.Equal(("+49 30 1234", "only@ship.example"), (part!.Phone, part.Email));
    }

    [Fact]
    [Seed("S2", "T18", "T19", "T20")]
    public async Task BothAreGivenWithTheNewCustomerAndEditedLater()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await SaveNewAsync(admin, "Both Given", [.. Fields("ShipTo", "Berlin"), ("AddressBookPart.UseShipTo", "false"), .. Fields("BillTo", "Bonn")]);
        var book = await Site.BookAsync(id);
        Assert.Equal(("Berlin", "Bonn"), (book.Find(book.ShippingId)!.City, book.Find(book.BillingId)!.City));

        var form = await admin.GetAsync($"/Admin/Customers/{id}/Edit");
        Assert.Contains(("AddressBookPart.BillTo.City", "Bonn"), form.Fields);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("AddressBookPart.BillTo.City", "Köln"))).Status);
        book = await Site.BookAsync(id);
        Assert.Equal((2, "Köln", 2, 1), (book.Addresses.Length, book.Find(book.BillingId)!.City, book.Find(book.BillingId)!.Revision, book.Find(book.ShippingId)!.Revision));

        // Linked again: the other address stays in the book.
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("AddressBookPart.UseShipTo", "true"))).Status);
        book = await Site.BookAsync(id);
        Assert.Equal((2, book.ShippingId), (book.Addresses.Length, book.BillingId));
    }

    [Fact]
    [Seed("T19")]
    public async Task ACopyOfTheShipToIsAnAddressOfItsOwn()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await SaveNewAsync(admin, "Copied", [.. Fields("ShipTo", "Berlin")]);
        var path = $"/Admin/Customers/{id}/Edit";

        var copied = await admin.SubmitAsync(path, ("AddressBookPart.UseShipTo", "false"), ("AddressBookPart.CopyShipTo", "true"));
        Assert.Contains("nothing was saved", copied.Text, StringComparison.Ordinal);
        Assert.Contains(("AddressBookPart.BillTo.City", "Berlin"), copied.Fields);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. copied.Fields])).Status);

        var book = await Site.BookAsync(id);
        Assert.Equal(2, book.Addresses.Length);
        Assert.NotEqual(book.ShippingId, book.BillingId);
        Assert.Equal("Berlin", book.Find(book.BillingId)!.City);
    }

    [Fact]
    [Seed("S26", "S31", "S36", "E18")]
    public async Task BillingShippingAndDefaultAreChosenOnTheEditPage()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Chosen On Form");

        foreach (var address in new[] { "a", "b", "c" })
        {
            await Site.AddAddressAsync(id, AddressSite.Berlin(address));
        }

        var path = $"/Admin/Customers/{id}/Edit";
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(path, ("AddressBookPart.ShippingId", "b"), ("AddressBookPart.UseShipTo", "false"), ("AddressBookPart.BillingId", "c"), ("AddressBookPart.DefaultId", "c"))).Status);

        var book = await Site.BookAsync(id);
        Assert.Equal(("b", "c", "c", 3), (book.ShippingId, book.BillingId, book.DefaultId, book.Addresses.Length));
        Assert.All(book.Addresses, address => Assert.Equal(1, address.Revision));
    }

    [Fact]
    public async Task ErrorsStandBesideTheFieldsOfTheirSection()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var refused = await admin.SubmitAsync(Create, [("CustomerPart.ContactName", "Wrong Sections"), .. Fields("ShipTo", "Berlin"), ("AddressBookPart.UseShipTo", "false"), .. Fields("BillTo", "").Where(field => field.Item1 != "AddressBookPart.BillTo.PostalCode"), ("AddressBookPart.BillTo.PostalCode", "1")]);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("id=\"AddressBookPart_BillTo_PostalCode-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"AddressBookPart_BillTo_City-error\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("AddressBookPart_ShipTo_City-error", refused.Html, StringComparison.Ordinal);
        Assert.Contains(("AddressBookPart.BillTo.PostalCode", "1"), refused.Fields);
        Assert.Contains(("AddressBookPart.ShipTo.City", "Berlin"), refused.Fields);

        // Sent once more, corrected, it makes two addresses and no more.
        var saved = await admin.PostAsync(Create, [.. refused.Fields.Where(field => field.Name is not ("AddressBookPart.BillTo.PostalCode" or "AddressBookPart.BillTo.City")), ("AddressBookPart.BillTo.PostalCode", "53225"), ("AddressBookPart.BillTo.City", "Bonn")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(2, (await Site.BookAsync(await FindAsync(admin, "Wrong Sections"))).Addresses.Length);
    }

    [Fact]
    public async Task OnlyABillToOrAnEmptyOneIsSaidToBeMissing()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var only = await admin.SubmitAsync(Create, [("CustomerPart.ContactName", "Only Bill To"), ("AddressBookPart.UseShipTo", "false"), .. Fields("BillTo", "Bonn")]);
        Assert.Contains("Enter the Ship To address too", only.Text, StringComparison.Ordinal);

        var id = await SaveNewAsync(admin, "Empty Bill To", [.. Fields("ShipTo", "Berlin")]);
        var empty = await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("AddressBookPart.UseShipTo", "false"));
        Assert.Contains("Enter the Bill To address, or use the Ship To address", empty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCustomerFormIsToldWhenSomebodyElseChangedTheSameAddress()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await SaveNewAsync(admin, "Form Conflict", [.. Fields("ShipTo", "Berlin")]);
        var address = (await Site.BookAsync(id)).Addresses[0].Id;
        var path = $"/Admin/Customers/{id}/Edit";
        var mine = await admin.GetAsync(path);

        // Another address is no matter.
        await Site.AddAddressAsync(id, AddressSite.NewYork("other"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "CustomerPart.Company"), ("CustomerPart.Company", "Mine")])).Status);

        mine = await admin.GetAsync(path);
        await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/{address}/Edit", ("Address.City", "Potsdam"));

        // Whose fields stayed as they were drawn is no reason to undo what somebody else did: it is asked about too.
        var refused = await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "AddressBookPart.ShipTo.Line2"), ("AddressBookPart.ShipTo.Line2", "Mine")]);
        Assert.Matches("City\\s+Potsdam\\s+Berlin", refused.Text);
        Assert.Equal("Potsdam", (await Site.AddressAsync(id, address)).City);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. refused.Fields])).Status);
        Assert.Equal(("Berlin", "Mine"), ((await Site.AddressAsync(id, address)) is var stored ? stored.City : "", stored.Line2));
        Assert.Equal(2, (await Site.BookAsync(id)).Addresses.Length);
    }

    private static (string, string)[] Fields(string section, string city) =>
    [
        ($"AddressBookPart.{section}.Country", "DE"), ($"AddressBookPart.{section}.Line1", "Straße 1"), ($"AddressBookPart.{section}.PostalCode", "10117"), ($"AddressBookPart.{section}.City", city),
    ];

    private static async Task<string> SaveNewAsync(SiteUser admin, string name, (string, string)[] fields)
    {
        var saved = await admin.SubmitAsync(Create, [("CustomerPart.ContactName", name), .. fields]);
        Assert.True(saved.Status == HttpStatusCode.Redirect, saved.Text);

        return await FindAsync(admin, name);
    }

    private static async Task<string> FindAsync(SiteUser admin, string name)
    {
        var list = await admin.GetAsync("/Admin/Customers?search=" + Uri.EscapeDataString(name));

        return System.Text.RegularExpressions.Regex.Match(list.Html, "/Admin/Customers/([a-z0-9]{26})").Groups[1].Value;
    }
}

using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Columns;

/// <summary>Ship To and Bill To of a row, and the address book they end in.</summary>
public sealed class AddressColumnTests(SqliteTransfer fixture) : IClassFixture<SqliteTransfer>
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("T10")]
    public async Task WithYesTheBillToIsIgnoredAndReplacedByTheShipTo()
    {
        var id = await Site.TakeAsync(null, [("Contact Name", "Uses Ship To"), .. Berlin("Ship To"), ("Use Ship To Address", "yes"), ("Bill To Address 1", "Ignored 1"), ("Bill To Country", "Nowhere at all")]);
        var book = await Site.BookAsync(id);
        Assert.Single(book.Addresses);
        Assert.Equal(book.ShippingId, book.BillingId);

        var other = await Site.TakeAsync(null, [("Contact Name", "Used Two"), .. Berlin("Ship To"), .. Hamburg("Bill To")]);
        await Site.TakeAsync(other, [.. Hamburg("Bill To"), ("Use Ship To Address", "Yes")]);
        book = await Site.BookAsync(other);
        Assert.Equal((book.ShippingId, "Berlin"), (book.BillingId, book.Find(book.BillingId)!.City));
        Assert.Equal("Yes", (await Site.ExportAsync(other))["Use Ship To Address"]);
    }

    [Fact]
    [Seed("T10")]
    public async Task YesWithoutAShipToLosesNoBillTo()
    {
        var (_, errors) = await Site.ImportAsync(null, [("Contact Name", "No Ship To"), ("Use Ship To Address", "Yes"), .. Hamburg("Bill To")]);

        Assert.Equal(["Use Ship To Address: The row has no Ship To address that could take the place of Bill To. Fill the Ship To columns, or write No."], errors);
        Assert.Equal(["Use Ship To Address: “maybe” is neither yes nor no. Write Yes or No."], (await Site.ImportAsync(null, ("Contact Name", "No Ship To"), ("Use Ship To Address", "maybe"))).Errors);
    }

    [Fact]
    [Seed("T10", "T19", "T20")]
    public async Task AnotherBillToIsAnAddressOfItsOwnAndTheSameOneIsNot()
    {
        var two = await Site.BookAsync(await Site.TakeAsync(null, [("Contact Name", "Two"), .. Berlin("Ship To"), .. Hamburg("Bill To")]));
        Assert.Equal(["Berlin", "Hamburg"], two.Addresses.Select(address => address.City));
        Assert.Equal(("Berlin", "Hamburg"), (two.Find(two.ShippingId)!.City, two.Find(two.BillingId)!.City));

        var one = await Site.BookAsync(await Site.TakeAsync(null, [("Contact Name", "One"), .. Berlin("Ship To"), ("Use Ship To Address", "No"), .. Berlin("Bill To")]));
        Assert.Single(one.Addresses);

        var billed = await Site.BookAsync(await Site.TakeAsync(null, [("Contact Name", "Billed"), .. Hamburg("Bill To")]));
        Assert.Equal((billed.BillingId, "Hamburg"), (billed.ShippingId, Assert.Single(billed.Addresses).City));
    }

    [Fact]
    public async Task AnAddressThatIsForBothChangesForBothUnlessTheRowHasBoth()
    {
        var id = await Site.TakeAsync(null, [("Contact Name", "Both"), .. Berlin("Ship To")]);
        var before = Assert.Single((await Site.BookAsync(id)).Addresses);

        await Site.TakeAsync(id, ("Ship To Address 1", "Unter den Linden 2"));
        var after = Assert.Single((await Site.BookAsync(id)).Addresses);
        Assert.Equal((before.Id, before.Revision + 1, "Unter den Linden 2"), (after.Id, after.Revision, after.Line1));

        // The row says of the Bill To what is stored, and of the Ship To something else.
        await Site.TakeAsync(id, [.. Hamburg("Ship To"), .. Berlin("Bill To"), ("Bill To Address 1", "Unter den Linden 2")]);
        var book = await Site.BookAsync(id);
        Assert.Equal((before.Id, "Hamburg"), (book.BillingId, book.Find(book.ShippingId)!.City));

        // The other way round.
        var other = await Site.TakeAsync(null, [("Contact Name", "Both again"), .. Berlin("Ship To")]);
        var shared = (await Site.BookAsync(other)).ShippingId;
        await Site.TakeAsync(other, [.. Berlin("Ship To"), .. Hamburg("Bill To")]);
        book = await Site.BookAsync(other);
        Assert.Equal((shared, "Hamburg"), (book.ShippingId, book.Find(book.BillingId)!.City));

        // Both alike, and new.
        var third = await Site.TakeAsync(null, [("Contact Name", "Both at last"), .. Berlin("Ship To")]);
        shared = (await Site.BookAsync(third)).ShippingId;
        await Site.TakeAsync(third, [.. Hamburg("Ship To"), .. Hamburg("Bill To")]);
        book = await Site.BookAsync(third);
        Assert.Equal((shared, shared, "Hamburg"), (book.ShippingId, book.BillingId, Assert.Single(book.Addresses).City));
    }

    [Fact]
    public async Task WhatDoesNotChangeKeepsItsLabelsAndMarks()
    {
        var (result, customer) = await Site.CreateWithAsync("Labelled", book => book.Add(new CustomerAddress { Id = "home", Line1 = "Somewhere", Country = "DE", IsUnchecked = true, Labels = ["Home"] }));
        Assert.True(result.Succeeded);
        var id = customer.ContentItemId;

        await Site.TakeAsync(id, ("Ship To Address 1", "Somewhere"), ("Ship To Country", "Germany"), ("Company", "New"));
        var address = Assert.Single((await Site.BookAsync(id)).Addresses);
        Assert.Equal(("home", 1, true, "Home"), (address.Id, address.Revision, address.IsUnchecked, Assert.Single(address.Labels)));

        // What changes is checked, since nobody has said that it need not be.
        Assert.Contains("Ship To Postal Code: Postal code is required.", (await Site.ImportAsync(id, ("Ship To Address 1", "Elsewhere"))).Errors);
        await Site.TakeAsync(id, Berlin("Ship To"));
        address = Assert.Single((await Site.BookAsync(id)).Addresses);
        Assert.Equal(("home", "Home", false), (address.Id, Assert.Single(address.Labels), address.IsUnchecked));
    }

    [Fact]
    public async Task AnAddressWhoseTextsAreAllTakenAwayGoes()
    {
        var id = await Site.TakeAsync(null, [("Contact Name", "Emptied"), .. Berlin("Ship To"), .. Hamburg("Bill To")]);

        await Site.TakeAsync(id, [.. Hamburg("Bill To").Select(cell => (cell.Column, ""))]);
        var book = await Site.BookAsync(id);
        Assert.Equal((book.ShippingId, "Berlin"), (book.BillingId, Assert.Single(book.Addresses).City));

        await Site.TakeAsync(id, [.. Berlin("Ship To").Select(cell => (cell.Column, ""))]);
        Assert.Empty((await Site.BookAsync(id)).Addresses);
    }

    [Theory]
    [Seed("T11", "T13")]
    [InlineData("de", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("GERMANY ", "DE")]
    [InlineData("UK", "GB")]
    [InlineData("Deutschland", "DE")]
    [InlineData("ALLEMAGNE", "DE")]
    public async Task ACountryIsItsCodeOrItsName(string text, string code)
    {
        (string, string)[] cells = code == "GB" ? [("Ship To Address 1", "10 Downing Street"), ("Ship To City", "London"), ("Ship To Postal Code", "SW1A 2AA")] : Berlin("Ship To");
        var id = await Site.TakeAsync(null, [("Contact Name", "Lives there"), .. cells.Where(cell => cell.Item1 != "Ship To Country"), ("Ship To Country", text)]);

        Assert.Equal(code, (await Site.ExportAsync(id))["Ship To Country"]);
    }

    [Theory]
    [Seed("T12", "T13")]
    [InlineData("US", "NY", "US-NY")]
    [InlineData("US", "us-ny", "US-NY")]
    [InlineData("US", "New York", "US-NY")]
    [InlineData("Canada", "ON", "CA-ON")]
    [InlineData("Canada", "Ontario", "CA-ON")]
    public async Task AStateIsItsTwoLettersItsCodeOrItsName(string country, string text, string code)
    {
        var id = await Site.TakeAsync(null, ("Contact Name", "Lives there"), ("Ship To Address 1", "Main Street 1"), ("Ship To City", "Somewhere"), ("Ship To Postal Code", code == "US-NY" ? "10118" : "K1A 0A9"), ("Ship To State", text), ("Ship To Country", country));

        Assert.Equal(code, (await Site.ExportAsync(id))["Ship To State"]);
        Assert.Equal(code, (await Site.ExportAsync(await Site.TakeAsync(id, ("Ship To State", text))))["Ship To State"]);
    }

    [Theory]
    [Seed("T11", "T12")]
    [InlineData("Germny", "", "Ship To Country: There is no country “Germny”. Did you mean Germany (DE)?")]
    [InlineData("Unted States", "", "Ship To Country: There is no country “Unted States”. Did you mean United States (US)")]
    [InlineData("Xqqqqqqq", "", "Ship To Country: There is no country “Xqqqqqqq”. Write its code, such as DE, or its name.")]
    [InlineData("US", "New Yrok", "Ship To State: “New Yrok” is not in the list of United States. Did you mean New York (US-NY)?")]
    [InlineData("CA", "Qwertzu", "Ship To State: “Qwertzu” is not in the list of Canada. Write a code such as CA-AB, or a name.")]
    public async Task AnUnknownCountryOrStateNamesTheNearest(string country, string state, string error)
    {
        var (_, errors) = await Site.ImportAsync(null, ("Contact Name", "Lives nowhere"), ("Ship To Address 1", "Main Street 1"), ("Ship To Country", country), ("Ship To State", state));

        Assert.StartsWith(error, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRulesOfACountryNameTheColumn()
    {
        var (_, errors) = await Site.ImportAsync(null, [("Contact Name", "Half"), .. Berlin("Ship To"), ("Bill To Address 1", "Große Bleichen 12"), ("Bill To Postal Code", "2035"), ("Bill To City", "Hamburg"), ("Bill To Country", "DE")]);

        Assert.Equal(["Bill To Postal Code: “2035” can't be right in Germany. Postal code looks like 53225; if a spreadsheet took a zero away, it is 02035."], errors);
    }

    private static (string Column, string Text)[] Berlin(string name) => [($"{name} Address 1", "Unter den Linden 1"), ($"{name} Postal Code", "10117"), ($"{name} City", "Berlin"), ($"{name} Country", "DE")];

    private static (string Column, string Text)[] Hamburg(string name) => [($"{name} Address 1", "Große Bleichen 12"), ($"{name} Postal Code", "20354"), ($"{name} City", "Hamburg"), ($"{name} Country", "DE")];
}

using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public sealed class AddressRuleTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    public static TheoryData<string, string, string> Wrongs => new()
    {
        { "DE", "PostalCode=533", "PostalCode: “533” can't be right in Germany. Postal code looks like 53225." },
        { "DE", "PostalCode=", "PostalCode: Postal code is required." },
        { "AT", "PostalCode=53225", "PostalCode: “53225” can't be right in Austria. Postal code looks like 1010." },
        { "CH", "City=", "City: City is required." },
        { "FR", "PostalCode=1", "PostalCode: “1” can't be right in France. Postal code looks like 33380." },
        { "GB", "City=", "City: Town or city is required." },
        { "GB", "PostalCode=12345", "PostalCode: “12345” can't be right in United Kingdom. Postcode looks like EC1Y 8SY." },
        { "IE", "PostalCode=12345", "PostalCode: “12345” can't be right in Ireland. Eircode looks like D02 AF30." },
        { "US", "PostalCode=1234", "PostalCode: “1234” can't be right in United States. ZIP code looks like 10118 or 10118-0110; if a spreadsheet took a zero away, it is 01234." },
        { "US", "Subdivision=", "Subdivision: State is required." },
        { "US", "Subdivision=ON", "Subdivision: “ON” is not in the list of United States. Use a code such as US-AL, or a name." },
        { "CA", "Subdivision=", "Subdivision: Province or territory is required." },
        { "CA", "PostalCode=D1A 0B1", "PostalCode: “D1A 0B1” can't be right in Canada. Postal code looks like K1A 0B1." },
        { "NL", "PostalCode=0123 AB", "PostalCode: “0123 AB” can't be right in Netherlands. Postal code looks like 1012 JS." },
        { "IS", "PostalCode=1", "PostalCode: “1” can't be right in Iceland. Postal code looks like 101." },
        { "JP", "Subdivision=", "Subdivision: Prefecture is required." },
        { "AE", "Subdivision=", "Subdivision: Emirate is required." },
        { "AE", "Line1=", "Line1: Address line 1 is required." },
        { "HK", "Line1=", "Line1: Address line 1 is required." },
        { "DE", "Country=", "Country: Choose a country." },
        { "DE", "Country=Atlantis", "Country: There is no country “Atlantis”. Use its code, such as DE, or its name." },
        { "DE", "Email=nonsense", "Email: This is no e-mail address. It looks like name@example.com." },
        { "DE", "Phone=call me", "Phone: This is no phone number. Use 3 to 15 digits, with +, spaces, brackets and dashes as you like." },
        { "DE", "Company=A\u202EB", "Company: Company contains characters that can't be shown. Type it anew." },
        { "DE", "City=" + new string('x', 101), "City: City can have at most 100 characters; this has 101." },
    };

    [Theory, MemberData(nameof(Wrongs))]
    public async Task AnAddressIsWhatItsCountryAsksFor(string country, string change, string error)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var id = await Site.AddAsync("Rules");
        var address = Right(country);
        var (field, value) = (change.Split('=')[0], change[(change.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        AddressFields.Find(field).Write(address, value);

        Assert.Equal(error, (await Site.ManageAsync(manager => manager.AddAsync(id, address, AddressUses.None))).TheError());
    }

    [Theory]
    [InlineData("DE")]
    [InlineData("AT")]
    [InlineData("CH")]
    [InlineData("FR")]
    [InlineData("GB")]
    [InlineData("IE")]
    [InlineData("US")]
    [InlineData("CA")]
    [InlineData("NL")]
    [InlineData("IS")]
    [InlineData("JP")]
    [InlineData("AE")]
    [InlineData("HK")]
    [InlineData("BR")]
    public async Task ARightAddressIsTaken(string country)
    {
        var id = await Site.AddAsync("Right " + country);
        await Site.AddAddressAsync(id, Right(country));
    }

    [Fact]
    public async Task WhatIsNotCheckedIsMarkedAndItsTextsHaveToFitAllTheSame()
    {
        var id = await Site.AddAsync("Unchecked");
        await Site.AddAddressAsync(id, new CustomerAddress { Id = "odd", Line1 = "c/o Lighthouse", Country = "DE", PostalCode = "?", IsUnchecked = true });
        Assert.True((await Site.AddressAsync(id, "odd")).IsUnchecked);

        var worse = new CustomerAddress { City = new string('x', 101), IsUnchecked = true };
        Assert.StartsWith("City: City can have", (await Site.ManageAsync(manager => manager.AddAsync(id, worse, AddressUses.None))).TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABookThatIsImportedObeysTheRulesToo()
    {
        var (wrong, _) = await Site.CreateWithAsync("Imported Wrong", book => book.Addresses = [AddressSite.Berlin("a"), new CustomerAddress { Id = "b", Line1 = "1", Country = "DE", City = "Bonn", PostalCode = "1" }]);
        Assert.Equal("AddressBookPart.Addresses.b.PostalCode: Address 1, 1 Bonn, Germany: “1” can't be right in Germany. Postal code looks like 53225.", wrong.TheError());

        var (twice, _) = await Site.CreateWithAsync("Imported Twice", book => book.Addresses = [AddressSite.Berlin("a"), AddressSite.Berlin("A")]);
        Assert.Contains("Another address has the id A already.", twice.TheError(), StringComparison.Ordinal);

        var (dangling, _) = await Site.CreateWithAsync("Imported Dangling", book => (book.Addresses, book.BillingId) = ([AddressSite.Berlin("a")], "x"));
        Assert.Equal("AddressBookPart: There is no address with the id x.", dangling.TheError());

        var (shipTo, _) = await Site.CreateWithAsync("Imported Ship To", book => book.Addresses = [new CustomerAddress { Country = "DE", Line1 = "x", City = "Bonn" }]);
        Assert.Equal("AddressBookPart.ShipTo.PostalCode: Postal code is required.", shipTo.TheError());

        var (right, customer) = await Site.CreateWithAsync("Imported Right", book => book.Addresses = [AddressSite.NewYork(), AddressSite.Berlin("b")]);
        Assert.True(right.Succeeded);
        var saved = await Site.BookAsync(customer.ContentItemId);
        Assert.Equal(("US-NY", saved.Addresses[0].Id, 1), (saved.Addresses[0].Subdivision, saved.BillingId, saved.Addresses[0].Revision));
    }

    [Fact]
    public async Task TheAddressOfABusinessObeysThemAsWell()
    {
        var (wrong, _) = await Site.CreateAsync(part => (part.ContactName, part.Business) = ("Business", new CustomerBusiness { Address = new PostalAddress { Country = "US", Line1 = "1", City = "X", Subdivision = "ny" } }));

        Assert.Contains(wrong.Errors, error => error.Key == "CustomerPart.Business.Address.PostalCode" && error.Message.Value == "ZIP code is required.");
    }

    [Fact]
    public async Task AnAddressOfACountryThatIsGoneFromTheDataIsShownEditedAndPrinted()
    {
        var data = CountryData.Read();
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services.AddSingleton(new CountryDirectory(data)));
        var id = await site.AddAsync("Of Germany");
        await site.AddAddressAsync(id, AddressSite.Berlin("a"));

        foreach (var countries in data.Names.Values)
        {
            countries.Remove("DE");
        }

        data.Formats.Countries.Remove("DE");
        data.Subdivisions.Remove("DE");

        using var admin = await SiteUser.AdminAsync(site);
        Assert.Matches("10117 Berlin\\s+DE\\s", (await admin.GetAsync($"/Admin/Customers/{id}?tab=addresses")).Text);
        Assert.Contains("DE", (await admin.GetAsync($"/Admin/Customers/{id}/Addresses/a/Print")).Text, StringComparison.Ordinal);
        Assert.True((await site.UpdateAsync(id, part => part.Company = "Changed")).Succeeded);

        var form = await admin.GetAsync($"/Admin/Customers/{id}/Addresses/a/Edit");
        Assert.Contains(("Address.Country", "DE"), form.Fields);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/a/Edit", ("Address.Labels", "Old"))).Status);
        Assert.Equal(["Old"], (await site.AddressAsync(id, "a")).Labels);
        Assert.StartsWith("Country: There is no country “DE”", (await site.ManageAsync(manager => manager.AddAsync(id, AddressSite.Berlin("b"), AddressUses.None))).TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABusinessInACountryThatIsGoneFromTheDataIsStillSaved()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var data = CountryData.Read();
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services.AddSingleton(new CountryDirectory(data)));
        var id = await site.AddAsync(part => (part.ContactName, part.Business) = ("Business There", new CustomerBusiness { Name = "Ltd", Address = AddressSite.Berlin() }));

        foreach (var countries in data.Names.Values)
        {
            countries.Remove("DE");
        }

        data.Formats.Countries.Remove("DE");
        data.Subdivisions.Remove("DE");

        using var admin = await SiteUser.AdminAsync(site);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Changed"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Business.Address.Line1", "Somewhere else there"))).Status);
        Assert.Equal(("DE", "Somewhere else there"), ((await site.ReadAsync(id))!.Business!.Address!.Country, (await site.ReadAsync(id))!.Business!.Address!.Line1));

        var (fresh, _) = await site.CreateAsync(part => (part.ContactName, part.Business) = ("New There", new CustomerBusiness { Name = "Ltd", Address = AddressSite.Berlin() }));
        Assert.Contains("There is no country “DE”", fresh.TheError(), StringComparison.Ordinal);
    }

    private static CustomerAddress Right(string country) => country switch
    {
        "US" => AddressSite.NewYork(),
        "CA" => new() { Country = country, Line1 = "111 Wellington St", City = "Ottawa", Subdivision = "ON", PostalCode = "k1a0b1" },
        "JP" => new() { Country = country, Line1 = "霞が関1-3-2", City = "千代田区", Subdivision = "東京都", PostalCode = "1000013" },
        "AE" => new() { Country = country, Line1 = "PO Box 1", Subdivision = "DU" },
        "HK" => new() { Country = country, Line1 = "1 Nathan Road" },
        "BR" => new() { Country = country, Line1 = "Rua 1", City = "Salvador", PostalCode = "40301-110", Subdivision = "BA" },
        "IE" => new() { Country = country, Line1 = "1 Main Street", City = "Dublin 2" },
        "GB" => new() { Country = country, Line1 = "1 High Street", City = "London", PostalCode = "ec1y8sy" },
        "NL" => new() { Country = country, Line1 = "Dam 1", City = "Amsterdam", PostalCode = "1012js" },
        "IS" => new() { Country = country, Line1 = "Laugavegur 1", City = "Reykjavík", PostalCode = "101" },
        "FR" => new() { Country = country, Line1 = "1 rue de la Paix", City = "Paris", PostalCode = "75002" },
        "AT" or "CH" => new() { Country = country, Line1 = "Hauptstraße 1", City = "Hauptort", PostalCode = "1010" },
        _ => AddressSite.Berlin(),
    };
}

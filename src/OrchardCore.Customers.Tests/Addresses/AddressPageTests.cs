using System.Diagnostics;
using System.Net;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public sealed class AddressPageTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    private static readonly (string, string)[] Berlin =
    [
        ("Address.Country", "DE"), ("Address.ContactName", "Ann <b>Lee</b>"), ("Address.Company", "=cmd|' /C calc'!A0"), ("Address.Line1", "Unter den Linden 1"),
        ("Address.PostalCode", "10117"), ("Address.City", "Berlin"), ("Address.Labels", "Home, Summer"),
    ];

    [Fact]
    [Seed("S21", "S22", "S34", "S35", "S37", "E17", "E18")]
    public async Task AnAddressIsAddedFromTheCustomersPageAndEditedThere()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Page Person");
        Assert.Contains($"/Admin/Customers/{id}/Addresses/Create", (await admin.GetAsync($"/Admin/Customers/{id}")).Html, StringComparison.Ordinal);

        var added = await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/Create", Berlin);
        Assert.Equal((HttpStatusCode.Redirect, $"/Admin/Customers/{id}?tab=addresses"), (added.Status, added.Location));

        var tab = await admin.GetAsync(added.Location);
        Assert.Contains("Ann &lt;b&gt;Lee&lt;/b&gt;", tab.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Lee", tab.Html, StringComparison.Ordinal);

        foreach (var text in new[] { "=cmd|' /C calc'!A0", "10117 Berlin", "Germany", "Billing", "Shipping", "Default", "Home", "Summer" })
        {
            Assert.Contains(text, tab.Text, StringComparison.Ordinal);
        }

        var address = (await Site.BookAsync(id)).Addresses[0];
        var edited = await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/{address.Id}/Edit", ("Address.Line2", "3rd floor"));
        Assert.Equal(HttpStatusCode.Redirect, edited.Status);
        Assert.Equal(("3rd floor", "Unter den Linden 1", 2), ((await Site.AddressAsync(id, address.Id)) is var stored ? stored.Line2 : "", stored.Line1, stored.Revision));

        // The overview says it too.
        Assert.Contains("Ship To and Bill To", (await admin.GetAsync($"/Admin/Customers/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadInputGetsAnErrorBesideTheFieldAndNothingTypedIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Bad Input");
        var refused = await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/Create", [.. Berlin.Where(field => field.Item1 is not "Address.PostalCode"), ("Address.PostalCode", "1"), ("Address.Id", "b ad"), ("Address.Default", "true")]);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("id=\"Address_PostalCode-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("“1” can't be right in Germany", refused.Text, StringComparison.Ordinal);
        Assert.Contains("An id has 1 to 66 letters", refused.Text, StringComparison.Ordinal);

        foreach (var typed in new[] { ("Address.Company", "=cmd|' /C calc'!A0"), ("Address.PostalCode", "1"), ("Address.Id", "b ad"), ("Address.Country", "DE"), ("Address.Labels", "Home, Summer"), ("Address.Default", "true") })
        {
            Assert.Contains(typed, refused.Fields);
        }
    }

    [Fact]
    [Seed("T12", "T13")]
    public async Task TheFieldsFollowTheCountryWithoutAScript()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Follow");
        var path = $"/Admin/Customers/{id}/Addresses/Create";
        Assert.Contains("Germany (DE)", (await admin.GetAsync(path)).Text, StringComparison.Ordinal);

        var american = await admin.SubmitAsync(path, ("Address.Country", "US"), ("Address.Line1", "350 Fifth Avenue"), ("Address.PostalCode", "10118"), ("Address.Redraw", "true"));
        Assert.Contains("ZIP code", american.Text, StringComparison.Ordinal);
        Assert.Contains("New York (US-NY)", american.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is required.", american.Text, StringComparison.Ordinal);
        Assert.Contains(("Address.PostalCode", "10118"), american.Fields);
        Assert.Empty((await Site.BookAsync(id)).Addresses);

        var arab = await admin.SubmitAsync(path, ("Address.Country", "AE"), ("Address.Redraw", "true"));
        Assert.Contains("Emirate", arab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(arab.Fields, field => field.Name == "Address.PostalCode");
    }

    [Fact]
    public async Task TheFieldsFollowTheCountryForTheScript()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Script");
        var token = (await admin.GetAsync($"/Admin/Customers/{id}/Addresses/Create")).Fields.First(field => field.Name == "__RequestVerificationToken");
        var drawn = await admin.PostAsync("/Admin/Customers/Addresses/Fields", token, ("prefix", "AddressBookPart.ShipTo"), ("AddressBookPart.ShipTo.Country", "JP"), ("AddressBookPart.ShipTo.Line1", "<i>1-2-3"));

        Assert.Equal(HttpStatusCode.OK, drawn.Status);
        Assert.StartsWith("<div data-address-fields", drawn.Html.Trim(), StringComparison.Ordinal);
        Assert.Contains("name=\"AddressBookPart.ShipTo.Subdivision\"", drawn.Html, StringComparison.Ordinal);
        Assert.Contains("Prefecture", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;1-2-3", drawn.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("is required", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoSavesWhatSomebodyElseSavedSeesBothVersionsFieldByField()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Both Versions");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));
        var path = $"/Admin/Customers/{id}/Addresses/a/Edit";
        var mine = await admin.GetAsync(path);
        await admin.SubmitAsync(path, ("Address.Company", "Theirs"), ("Address.City", "Potsdam"));

        var refused = await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "Address.Company"), ("Address.Company", "Mine")]);
        Assert.Matches("Company\\s+Theirs\\s+Mine", refused.Text);
        Assert.Matches("City\\s+Potsdam\\s+Berlin", refused.Text);
        Assert.Contains(("Address.Company", "Mine"), refused.Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. refused.Fields])).Status);
        Assert.Equal("Mine", (await Site.AddressAsync(id, "a")).Company);

        // Deleted meanwhile: what was typed makes a new address with the same id.
        mine = await admin.GetAsync(path);
        await Site.ManageAsync(manager => manager.DeleteAsync(id, "a", new Dictionary<AddressUses, string>()));
        refused = await admin.PostAsync(path, [.. mine.Fields]);
        Assert.Contains("This address was deleted meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/Admin/Customers/{id}/Addresses/Create", [.. refused.Fields])).Status);
        Assert.Equal("Mine", (await Site.AddressAsync(id, "a")).Company);
    }

    [Fact]
    [Seed("S26", "S31", "S36")]
    public async Task ItIsChosenOnTheTabAndDeletingAsksForASuccessor()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Successor");

        foreach (var address in new[] { "a", "b", "c" })
        {
            await Site.AddAddressAsync(id, AddressSite.Berlin(address));
        }

        var token = (await admin.GetAsync($"/Admin/Customers/{id}?tab=addresses")).Fields.First(field => field.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/Admin/Customers/{id}/Addresses/b/Choose", token, ("use", "Billing"))).Status);
        Assert.Equal("b", (await Site.BookAsync(id)).BillingId);

        var question = await admin.GetAsync($"/Admin/Customers/{id}/Addresses/a/Delete");
        Assert.Contains("The shipping address is then", question.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The billing address is then", question.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Addresses/a/Delete", ("Address[Shipping]", "c"))).Status);

        var book = await Site.BookAsync(id);
        Assert.Equal(("b", "c", "b"), (book.BillingId, book.ShippingId, book.DefaultId));
    }

    [Fact]
    [Seed("V17")]
    public async Task ABusinessCustomersAddressShowsWhereverItsAddressesDo()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync(part => (part.ContactName, part.Business) = ("Business Person", new CustomerBusiness
        {
            Name = "Tékassi ehf",
            Address = new() { Line1 = "Laugavegur 7", PostalCode = "101", City = "Reykjavík", Country = "IS" },
        }));
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));

        foreach (var path in new[] { "", "?tab=addresses", "/Addresses/a/Print" })
        {
            var page = await admin.GetAsync($"/Admin/Customers/{id}{path}");
            Assert.Matches("Business address[\\s\\S]*Tékassi ehf\\s+Laugavegur 7\\s+101 Reykjavík\\s+Iceland", page.Text);
        }
    }

    [Fact]
    public async Task TenThousandAddressesArePagedSearchedAndSaved()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (created, customer) = await Site.CreateWithAsync("Ten Thousand", book => book.Addresses = [.. Enumerable.Range(0, 10_000).Select(number => new CustomerAddress
        {
            Id = $"a{number}", ContactName = $"Contact {number}", Line1 = $"Street {number}", PostalCode = "53225", City = number % 1000 == 7 ? "Köln" : "Bonn", Country = "DE",
        })]);
        Assert.True(created.Succeeded);
        var path = $"/Admin/Customers/{customer.ContentItemId}";
        var watch = Stopwatch.StartNew();

        var tab = await admin.GetAsync(path + "?tab=addresses");
        Assert.Contains("1-20 of 10000 addresses", tab.Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var last = await admin.GetAsync(path + "?tab=addresses&pageNum=500");
        Assert.Contains("Contact 9999", last.Text, StringComparison.Ordinal);
        var found = await admin.GetAsync(path + "?tab=addresses&search=koln+4007");
        Assert.Contains("1-1 of 1 addresses", found.Text, StringComparison.Ordinal);
        var form = await admin.GetAsync(path + "/Edit");
        Assert.InRange(form.Html.Length, 0, 300_000);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(path + "/Addresses/a4007/Edit", ("Address.Line1", "Street of Seven"))).Status);
        Assert.Equal("Street of Seven", (await Site.AddressAsync(customer.ContentItemId, "a4007")).Line1);

        TestContext.Current.SendDiagnosticMessage("Six pages of 10,000 addresses: {0}", watch.Elapsed);
    }

    [Fact]
    public async Task WhoIsLoggedOutWhileAFormIsOpenIsAskedToLogInAndNothingIsSaved()
    {
        using var visitor = SiteUser.Anonymous(Site);
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Logged Out");
        var form = await admin.GetAsync($"/Admin/Customers/{id}/Addresses/Create");

        var answer = await visitor.PostAsync($"/Admin/Customers/{id}/Addresses/Create", [.. form.Fields, .. Berlin]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/Login", answer.Location, StringComparison.OrdinalIgnoreCase);
        Assert.Empty((await Site.BookAsync(id)).Addresses);
    }
}

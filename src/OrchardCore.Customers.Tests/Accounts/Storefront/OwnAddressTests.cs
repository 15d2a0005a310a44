using System.Net;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>Customers keep their own addresses, and nobody else's.</summary>
public sealed class OwnAddressTests(SqliteStorefront fixture) : IClassFixture<SqliteStorefront>
{
    private const string List = "/account/addresses";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S1")]
    public async Task ACustomerAddsChangesChoosesAndDeletesAddresses()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var added = await user.SubmitAsync(List + "/add", ("Address.Country", "DE"), ("Address.ContactName", "Åse"), ("Address.Line1", "Probeweg 5"), ("Address.PostalCode", "01067"), ("Address.City", "Dresden"), ("Address.Labels", "Home"));

        Assert.Equal(List + "?note=AddressSaved", added.Location);
        var home = Assert.Single((await Site.BookAsync(shopper.Id)).Addresses);
        Assert.Equal(("Probeweg 5", "Home"), (home.Line1, Assert.Single(home.Labels)));

        Assert.Equal(List + "?note=AddressSaved", (await user.SubmitAsync($"{List}/{home.Id}/edit", ("Address.Line1", "Probeweg 7"))).Location);
        await Site.AddAddressAsync(shopper.Id, AddressSite.Berlin("work"));
        var token = (await user.GetAsync(List)).Fields.First(field => field.Name == "__RequestVerificationToken");
        Assert.Equal(List + "?note=AddressChosen", (await user.PostAsync(List + "/work/choose", token, ("use", "Shipping"))).Location);

        var book = await Site.BookAsync(shopper.Id);
        Assert.Equal(("Probeweg 7", "work", home.Id), (book.Find(home.Id)!.Line1, book.ShippingId, book.BillingId));
        Assert.Equal(List + "?note=AddressDeleted", (await user.SubmitAsync($"{List}/{home.Id}/delete")).Location);
        Assert.Equal("work", Assert.Single((await Site.BookAsync(shopper.Id)).Addresses).Id);
        Assert.Contains("Unter den Linden 1", (await user.GetAsync(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressOfSomebodyElseDoesNotExist()
    {
        var other = await Site.AddShopperAsync();
        await Site.AddAddressAsync(other.Id, AddressSite.Berlin("theirs"));
        var shopper = await Site.AddShopperAsync();
        await Site.AddAddressAsync(shopper.Id, AddressSite.NewYork("mine"));
        using var user = await shopper.LogInAsync();
        (string, string)[] fields = [.. (await user.GetAsync(List + "/mine/edit")).Fields];
        var token = fields.First(field => field.Item1 == "__RequestVerificationToken");

        foreach (var id in new[] { "theirs", "nobodys" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"{List}/{id}/edit")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"{List}/{id}/delete")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync($"{List}/{id}/edit", fields)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync($"{List}/{id}/choose", token, ("use", "Billing"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync($"{List}/{id}/delete", token)).Status);
        }

        Assert.Equal("Unter den Linden 1", Assert.Single((await Site.BookAsync(other.Id)).Addresses).Line1);
        Assert.Equal("mine", Assert.Single((await Site.BookAsync(shopper.Id)).Addresses).Id);
    }

    [Fact]
    public async Task TheRulesOfTheCountryHoldAndCanNotBeSkipped()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();

        var page = await user.SubmitAsync(List + "/add", ("Address.Country", "DE"), ("Address.ContactName", "Åse"), ("Address.Line1", "Probeweg 5"), ("Address.PostalCode", "1"), ("Address.City", "Dresden"), ("Address.IsUnchecked", "true"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"Address_PostalCode-error\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(("Address.Line1", "Probeweg 5"), page.Fields);
        Assert.Empty((await Site.BookAsync(shopper.Id)).Addresses);
    }

    [Fact]
    public async Task TheFieldsFollowTheCountryWithAndWithoutAScript()
    {
        var shopper = await Site.AddShopperAsync();
        using var user = await shopper.LogInAsync();
        var form = await user.GetAsync(List + "/add");
        Assert.Contains("data-url=\"/account/addresses/fields\"", form.Html, StringComparison.Ordinal);
        var token = form.Fields.First(field => field.Name == "__RequestVerificationToken");

        var drawn = await user.PostAsync(List + "/fields", token, ("prefix", "Address"), ("Address.Country", "US"), ("Address.City", "Albany"));
        var redrawn = await user.SubmitAsync(List + "/add", ("Address.Country", "US"), ("Address.City", "Albany"), ("Address.Redraw", "true"));

        foreach (var page in new[] { drawn, redrawn })
        {
            Assert.Contains("New York (", page.Html, StringComparison.Ordinal);
            Assert.Contains("value=\"Albany\"", page.Html, StringComparison.Ordinal);
        }
    }
}

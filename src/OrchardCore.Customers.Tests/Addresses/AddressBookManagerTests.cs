using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public abstract class AddressBookManagerTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S8", "S33", "S35", "E18", "E20")]
    public async Task TheFirstAddressIsForEverythingAndGetsAnId()
    {
        var id = await Site.AddAsync("First Address");
        await Site.AddAddressAsync(id, AddressSite.Berlin());
        await Site.AddAddressAsync(id, AddressSite.NewYork("warehouse-2"));

        var book = await Site.BookAsync(id);
        var first = book.Addresses[0].Id;
        Assert.Matches("^[0-9a-f]{16}$", first);
        Assert.Equal((first, first, first), (book.BillingId, book.ShippingId, book.DefaultId));
        Assert.Equal("warehouse-2", book.Addresses[1].Id);
        Assert.Equal("US-NY", book.Addresses[1].Subdivision);
    }

    [Fact]
    [Seed("S26", "S36", "S31", "E18")]
    public async Task BillingShippingAndDefaultAreChosenApart()
    {
        var id = await Site.AddAsync("Choosing");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));
        await Site.AddAddressAsync(id, AddressSite.NewYork("b"), AddressUses.Billing);
        await Site.AddAddressAsync(id, AddressSite.NewYork("c"));
        Assert.True((await Site.ManageAsync(manager => manager.ChooseAsync(id, "c", AddressUses.Default))).Succeeded);

        var book = await Site.BookAsync(id);
        Assert.Equal(("b", "a", "c"), (book.BillingId, book.ShippingId, book.DefaultId));
    }

    [Fact]
    [Seed("S34", "S37")]
    public async Task AnAddressIsChangedAndKeepsItsId()
    {
        var id = await Site.AddAsync("Changing");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));
        var address = await Site.AddressAsync(id, "a");
        address.Line1 = "Unter den Linden 2";
        Assert.True((await Site.ManageAsync(manager => manager.UpdateAsync(id, address, AddressUses.None))).Succeeded);

        var stored = await Site.AddressAsync(id, "a");
        Assert.Equal(("Unter den Linden 2", 2), (stored.Line1, stored.Revision));
    }

    [Fact]
    [Seed("E20")]
    public async Task AnIdStandsOnceInABook()
    {
        var id = await Site.AddAsync("Ids");
        await Site.AddAddressAsync(id, AddressSite.Berlin("same"));

        Assert.Equal("Id: Another address has the id SAME already.", (await Site.ManageAsync(manager => manager.AddAsync(id, AddressSite.Berlin("SAME"), AddressUses.None))).TheError());
        Assert.StartsWith("Id: An id has 1 to 66 letters", (await Site.ManageAsync(manager => manager.AddAsync(id, AddressSite.Berlin("no spaces"), AddressUses.None))).TheError(), StringComparison.Ordinal);

        var other = await Site.AddAsync("Other Ids");
        await Site.AddAddressAsync(other, AddressSite.Berlin("same"));
    }

    [Fact]
    public async Task WhatADeletedAddressWasForAnotherOneIsFor()
    {
        var id = await Site.AddAsync("Deleting");

        foreach (var address in new[] { "a", "b", "c" })
        {
            await Site.AddAddressAsync(id, AddressSite.Berlin(address));
        }

        Assert.True((await Site.ManageAsync(manager => manager.DeleteAsync(id, "a", new Dictionary<AddressUses, string> { [AddressUses.Billing] = "c" }))).Succeeded);

        var book = await Site.BookAsync(id);
        Assert.Equal(("c", "b", "b"), (book.BillingId, book.ShippingId, book.DefaultId));

        // Who deletes what is gone already gets what he wants.
        Assert.True((await Site.ManageAsync(manager => manager.DeleteAsync(id, "a", new Dictionary<AddressUses, string>()))).Succeeded);
        Assert.Equal("Billing: There is no address with the id a.", (await Site.ManageAsync(manager => manager.DeleteAsync(id, "c", new Dictionary<AddressUses, string> { [AddressUses.Billing] = "a" }))).TheError());

        foreach (var address in new[] { "b", "c" })
        {
            Assert.True((await Site.ManageAsync(manager => manager.DeleteAsync(id, address, new Dictionary<AddressUses, string>()))).Succeeded);
        }

        book = await Site.BookAsync(id);
        Assert.Empty(book.Addresses);
        Assert.Equal((null, null, null), (book.BillingId, book.ShippingId, book.DefaultId));
    }

    [Fact]
    public async Task TwoWhoChangeDifferentAddressesAtOnceBothSucceed()
    {
        var id = await Site.AddAsync("Two Admins");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(number =>
            Task.Run(() => Site.ManageAsync(manager => manager.AddAsync(id, AddressSite.Berlin($"n{number}"), AddressUses.None)))));

        Assert.All(results, result => Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}"))));
        Assert.Equal(["a", "n0", "n1", "n2", "n3"], (await Site.BookAsync(id)).Addresses.Select(address => address.Id).Order());
    }

    [Fact]
    public async Task OfTwoWhoChangeTheSameAddressTheSecondIsTold()
    {
        var id = await Site.AddAsync("Same Address");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));
        await Site.AddAddressAsync(id, AddressSite.Berlin("b"));
        var (first, second, other) = (await Site.AddressAsync(id, "a"), await Site.AddressAsync(id, "a"), await Site.AddressAsync(id, "b"));
        (first.Company, second.Company, other.Company) = ("First", "Second", "Other");

        Assert.True((await Site.ManageAsync(manager => manager.UpdateAsync(id, first, AddressUses.None))).Succeeded);
        Assert.True((await Site.ManageAsync(manager => manager.UpdateAsync(id, other, AddressUses.None))).Succeeded);
        Assert.Equal("Revision: Somebody else saved this address after you had opened it.", (await Site.ManageAsync(manager => manager.UpdateAsync(id, second, AddressUses.None))).TheError());

        Assert.True((await Site.ManageAsync(manager => manager.DeleteAsync(id, "b", new Dictionary<AddressUses, string>()))).Succeeded);
        Assert.Equal("Revision: Somebody else deleted this address meanwhile.", (await Site.ManageAsync(manager => manager.UpdateAsync(id, other, AddressUses.None))).TheError());
        Assert.Equal("First", (await Site.AddressAsync(id, "a")).Company);
    }

    [Fact]
    public async Task ACustomerWhoseAddressesChangeStaysAsItIsForWhoHasItOpen()
    {
        var id = await Site.AddAsync("Open Form");
        var revision = (await Site.ReadAsync(id))!.Revision;
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));

        Assert.Equal(revision, (await Site.ReadAsync(id))!.Revision);
        Assert.True((await Site.UpdateAsync(id, part => part.Company = "Changed")).Succeeded);
        Assert.Equal(revision + 1, (await Site.ReadAsync(id))!.Revision);
        Assert.Single((await Site.BookAsync(id)).Addresses);
    }

    [Fact]
    public async Task ADeletedCustomerGetsNoAddress()
    {
        var id = await Site.AddAsync("Gone");
        await Site.DeleteAsync(id);

        Assert.Equal(": The owner of this address was deleted meanwhile.", (await Site.ManageAsync(manager => manager.AddAsync(id, AddressSite.Berlin(), AddressUses.None))).TheError());
    }

    [Fact]
    [Seed("S2", "T21")]
    public async Task ACustomerWithoutPhoneAndEMailGetsThoseOfANewShipTo()
    {
        var (result, customer) = await Site.CreateWithAsync("Ship To Contact", book =>
        {
            var shipTo = AddressSite.Berlin("a");
            (shipTo.Phone, shipTo.Email) = ("+49 30 1", "shipto@example.com");
            shipTo.Phone = "+49 30 1234";
            book.Add(shipTo);
        });
        Assert.True(result.Succeeded);
        var part = await Site.ReadAsync(customer.ContentItemId);
        Assert.Equal(("+49 30 1234", "shipto@example.com"), (part!.Phone, part.Email));

        // Once it was taken away it does not come back by itself, and nobody is given an address that somebody else has.
        await Site.UpdateAsync(customer.ContentItemId, stored => stored.Phone = null);
        Assert.Null((await Site.ReadAsync(customer.ContentItemId))!.Phone);

        var (second, twin) = await Site.CreateWithAsync("Ship To Twin", book => book.Add(new CustomerAddress { Line1 = "Weg 1", City = "Bonn", PostalCode = "53225", Country = "DE", Email = "SHIPTO@example.com" }));
        Assert.True(second.Succeeded);
        Assert.Null((await Site.ReadAsync(twin.ContentItemId))!.Email);
    }
}

public sealed class SqliteAddressBookManagerTests(SqliteSite site) : AddressBookManagerTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresAddressBookManagerTests(PostgresSite site) : AddressBookManagerTests(site), IClassFixture<PostgresSite>;

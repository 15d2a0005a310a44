using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>
/// What only the module writes, whoever sends it: Orchard's content API and its recipes merge whatever they are given into
/// the item, update it and ask for its validation. So do these tests.
/// </summary>
public abstract class CustomerProtectionTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E15", "E19")]
    public async Task NumberIdCreationAccountAndRevisionStayWhateverIsSent()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.CustomId) = ("Protected Person", "protected"));
        var before = (await Site.ReadAsync(id))!;

        Assert.Empty(await MergeAsync(id, item =>
        {
            item.CreatedUtc = new DateTime(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            item.Alter<CustomerPart>(part =>
            {
                (part.Number, part.CustomId, part.AccountId, part.Revision, part.Company) = ("FORGED-1", "forged", "4admin", 4711, "Merged Ltd");

                // The keys of what was forged, as if it had been saved so.
                part.Claims = [CustomerClaims.OnNumber("FORGED-1"), CustomerClaims.OnCustomId("forged")];
            });
        }));

        var after = (await Site.ReadAsync(id))!;
        Assert.Equal((before.Number, "protected", null, 2, "Merged Ltd"), (after.Number, after.CustomId, after.AccountId, after.Revision, after.Company));
        Assert.Equal(before.ContentItem.CreatedUtc, after.ContentItem.CreatedUtc);
        Assert.Equal([CustomerClaims.OnNumber(before.Number!), CustomerClaims.OnCustomId("protected")], after.Claims);
    }

    [Fact]
    public async Task AnAccountDoesNotComeWithANewCustomerEither()
    {
        var id = await Site.InScopeAsync(async services =>
        {
            var contentManager = services.GetRequiredService<IContentManager>();
            var customer = await contentManager.NewAsync(CustomersConstants.ContentTypes.Customer);
            customer.Alter<CustomerPart>(part => (part.ContactName, part.AccountId, part.Revision) = ("Sent With Account", "4admin", 99));
            Assert.True((await contentManager.ValidateAsync(customer)).Succeeded);
            await contentManager.CreateAsync(customer, VersionOptions.Published);

            return customer.ContentItemId;
        });

        var saved = (await Site.ReadAsync(id))!;
        Assert.Equal((null, 1), (saved.AccountId, saved.Revision));
    }

    [Fact]
    public async Task AnAccountThatWasGivenStaysWhoeverSaves()
    {
        var id = await Site.AddAsync("With Account");

        await Site.GiveAccountAsync(id, "4customer");
        Assert.Equal("4customer", (await Site.ReadAsync(id))!.AccountId);

        Assert.True((await Site.UpdateAsync(id, part => part.AccountId = "4somebody")).Succeeded);
        Assert.Equal("4customer", (await Site.ReadAsync(id))!.AccountId);

        Assert.Empty(await MergeAsync(id, item => item.Alter<CustomerPart>(part => part.AccountId = null)));
        Assert.Equal("4customer", (await Site.ReadAsync(id))!.AccountId);
    }

    [Fact]
    [Seed("T11")]
    public async Task AnAddressIsCheckedAlsoWhenItSaysThatItWas()
    {
        var id = await Site.AddAsync("Forged Check");
        await Site.AddAddressAsync(id, AddressSite.Berlin("a"));

        var errors = await MergeAsync(id, item => item.Alter<AddressBookPart>(book =>
        {
            book.Addresses[0].PostalCode = "\u0007nonsense";
            book.Addresses[0].CheckedAs = book.Addresses[0].Stamp();
        }));

        Assert.NotEmpty(errors);
        Assert.Equal("10117", (await Site.AddressAsync(id, "a")).PostalCode);
    }

    [Fact]
    public async Task ANewCustomersAddressIsCheckedAlsoWhenItSaysThatItWas()
    {
        var (result, _) = await Site.CreateWithAsync("Forged New", book =>
        {
            var address = new CustomerAddress { Id = "a", Line1 = "1", City = "Bonn", Country = "Atlantis" };
            address.CheckedAs = address.Stamp();
            book.Addresses = [address];
        });

        Assert.Contains("There is no country “Atlantis”", result.TheError(), StringComparison.Ordinal);
    }

    /// <summary>Writes into a customer as Orchard's content API does.</summary>
    /// <returns>What its validation says.</returns>
    private Task<string[]> MergeAsync(string id, Action<ContentItem> merge) => Site.InScopeAsync(async services =>
    {
        var contentManager = services.GetRequiredService<IContentManager>();
        var item = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
        merge(item!);
        await contentManager.UpdateAsync(item!);
        var validation = await contentManager.ValidateAsync(item!);

        if (!validation.Succeeded)
        {
            await services.GetRequiredService<YesSql.ISession>().CancelAsync();
        }

        return validation.Errors.Select(error => error.ErrorMessage!).ToArray();
    });
}

public sealed class SqliteCustomerProtectionTests(SqliteSite site) : CustomerProtectionTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerProtectionTests(PostgresSite site) : CustomerProtectionTests(site), IClassFixture<PostgresSite>;

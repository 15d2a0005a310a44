using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>Who changed what, field by field.</summary>
public abstract class CustomerHistoryTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ANewCustomerHasBeenCreatedAndNothingElse()
    {
        var id = await Site.AddAsync("Fresh Person");

        var created = Assert.Single(await EventsAsync(id));

        Assert.Equal((CustomerEventKind.Created, 0, null), (created.Kind, created.Changes.Length, created.UserName));
        Assert.InRange(created.Utc, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task EachSaveTellsTheFieldsItChangedWithWhatTheyWere()
    {
        await Site.ChangeSettingsAsync(("Sites", "DE = Germany\nAT = Austria"));
        var id = await Site.AddAsync(part => (part.ContactName, part.Company, part.Sites) = ("Changing Person", "Before Ltd", ["DE"]));
        await Site.UpdateAsync(id, part => (part.Company, part.Status, part.Sites) = ("After Ltd", CustomerStatus.Inactive, ["DE", "AT"]));
        await Site.UpdateAsync(id, part => part.Company = null);

        var events = await EventsAsync(id);

        Assert.Equal([CustomerEventKind.Changed, CustomerEventKind.Changed, CustomerEventKind.Created], events.Select(entry => entry.Kind));
        Assert.Equal(["CustomerPart.Company: After Ltd > "], Told(events[0]));
        Assert.Equal(
            ["CustomerPart.Company: Before Ltd > After Ltd", "CustomerPart.Sites: [\"DE\"] > [\"DE\",\"AT\"]", "CustomerPart.Status: Active > Inactive"],
            Told(events[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ACountryIsNotTakenForTheSiteThatHasItsCode()
    {
        await Site.ChangeSettingsAsync(("Sites", "DE = Germany\nUS = Our shop in America"));
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Of A Country");
        await Site.UpdateAsync(id, part => part.PreferredSite = "US");
        await Site.AddAddressAsync(id, AddressSite.NewYork("ny"));

        var history = (await admin.GetAsync($"/Admin/Customers/{id}?tab=history")).Text;

        Assert.Contains("Our shop in America", history, StringComparison.Ordinal);
        Assert.DoesNotContain("10118, Our shop", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHistoryThatCannotBeReadTakesNothingElseOfThePageWithIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Of Broken History");
        await Site.UpdateAsync(id, part => part.Company = "Broken Ltd");
        await BreakAsync((await EventsAsync(id))[0].Id);

        var overview = await admin.GetAsync($"/Admin/Customers/{id}");
        Assert.Equal(HttpStatusCode.OK, overview.Status);
        Assert.Contains("Broken Ltd", overview.Text, StringComparison.Ordinal);
        Assert.Contains("The last changes can't be read.", overview.Text, StringComparison.Ordinal);

        var history = await admin.GetAsync($"/Admin/Customers/{id}?tab=history");
        Assert.Equal(HttpStatusCode.OK, history.Status);
        Assert.Contains("A part of the history can't be read any more.", history.Text, StringComparison.Ordinal);

        Assert.True((await Site.UpdateAsync(id, part => part.Company = "Mended Ltd")).Succeeded);
    }

    [Fact]
    public async Task ASaveThatChangesNothingIsNoEvent()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Company) = ("Unchanged Person", "Same Ltd"));

        await Site.UpdateAsync(id, part => part.Company = "  Same Ltd ");

        Assert.Single(await EventsAsync(id));
    }

    [Fact]
    public async Task ARefusedSaveIsNoEvent()
    {
        var id = await Site.AddAsync("Refused Person");

        Assert.False((await Site.UpdateAsync(id, part => part.Email = "nonsense")).Succeeded);

        Assert.Single(await EventsAsync(id));
    }

    [Fact]
    public async Task TwoSavesInOneScopeAreOneEvent()
    {
        var id = await Site.AddAsync("Twice Saved");

        await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id);
            customer!.Alter<CustomerPart>(part => part.Company = "First Ltd");
            Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
            customer!.Alter<CustomerPart>(part => part.Company = "Second Ltd");
            Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
        });

        var events = await EventsAsync(id);
        Assert.Equal(2, events.Count);
        Assert.Equal(["CustomerPart.Company:  > Second Ltd"], Told(events[0]));
    }

    [Fact]
    public async Task WhatIsChangedAfterItsCreationInTheSameScopeWasCreated()
    {
        var id = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.NewAsync();
            customer.Alter<CustomerPart>(part => part.ContactName = "Made At Once");
            Assert.True((await manager.CreateAsync(customer)).Succeeded);
            customer.Alter<CustomerPart>(part => part.Company = "At Once Ltd");
            Assert.True((await manager.UpdateAsync(customer)).Succeeded);

            return customer.ContentItemId;
        });

        Assert.Equal(CustomerEventKind.Created, Assert.Single(await EventsAsync(id)).Kind);
    }

    [Fact]
    public async Task InternalAndSecretValuesStayOut()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email) = ("Secretive Holder", "holder@history.example"));

        await Site.UpdateAsync(id, part => (part.MemberVerificationCode, part.Email) = ("secret-code", "holder2@history.example"));
        await Site.UpdateAsync(id, part => part.MemberVerificationCode = "other-code");

        var events = await EventsAsync(id);
        Assert.Equal(2, events.Count);
        Assert.Equal(["CustomerPart.Email: holder@history.example > holder2@history.example"], Told(events[0]));
    }

    [Fact]
    public async Task AnAddressIsComparedWithItselfWhereverItStands()
    {
        var id = await Site.AddAsync("Addressed Person");
        CustomerAddress Address(string addressId, string city, int revision) => new() { Id = addressId, Line1 = "Street 1", City = city, PostalCode = "10115", Country = "DE", Revision = revision };
        await ChangeBookAsync(id, [Address("home", "Berlin", 1), Address("work", "Wien", 1)]);
        await ChangeBookAsync(id, [Address("work", "Wien", 1), Address("home", "Potsdam", 2)]);
        await ChangeBookAsync(id, [Address("home", "Potsdam", 2)]);

        var events = await EventsAsync(id);

        Assert.Equal(["AddressBookPart.Addresses[home].City: Berlin > Potsdam"], Told(events[1]));
        Assert.Equal("AddressBookPart.Addresses[work]", Assert.Single(events[0].Changes).Path);
        Assert.Null(Assert.Single(events[0].Changes).New);
    }

    [Fact]
    public async Task ADeletedCustomerLeavesNoEventBehind()
    {
        var id = await Site.AddAsync("Forgotten Person");
        await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();

            for (var number = 0; number < 450; number++)
            {
                await session.SaveAsync(new CustomerEvent { CustomerId = id, Utc = DateTime.UtcNow, UserName = "Personal" }, collection: CustomersConstants.Collection);
            }
        });

        Assert.True((await Site.DeleteAsync(id)).Succeeded);

        Assert.Empty(await EventsAsync(id));
    }

    [Fact]
    public async Task WhoSavedItIsTold()
    {
        using var user = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Changed By Admin");
        await user.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Admin Ltd"));

        var changed = (await EventsAsync(id))[0];

        Assert.Equal(TestSite.Admin, changed.UserName);
        Assert.False(string.IsNullOrEmpty(changed.UserId));
    }

    [Fact]
    public async Task AJobActsForWhoAskedForIt()
    {
        var id = await Site.AddAsync("Changed By Job");

        await Site.InScopeAsync(async services =>
        {
            var actor = services.GetRequiredService<CustomerActor>();
            actor.ActFor("4kim", "kim");
            actor.Means = "Job";
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id);
            customer!.Alter<CustomerPart>(part => part.Company = "Job Ltd");
            Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
        });

        var changed = (await EventsAsync(id))[0];
        Assert.Equal(("4kim", "kim", "Job"), (changed.UserId, changed.UserName, changed.Means));
    }

    [Fact]
    public async Task ABatchOfNewCustomersReadsNothingForItsHistory()
    {
        async Task<int> CountAsync(int customers)
        {
            var statements = await StatementLog.CollectAsync(Site, async services =>
            {
                var manager = services.GetRequiredService<ICustomerManager>();
                var batch = new List<ContentItem>();

                for (var number = 0; number < customers; number++)
                {
                    var customer = await manager.NewAsync();
                    customer.Alter<CustomerPart>(part => part.ContactName = $"Batch {customers} {number}");
                    batch.Add(customer);
                }

                Assert.All(await manager.CreateAsync(batch), result => Assert.True(result.Succeeded));
            });

            // Ids are fetched by the twenty.
            return statements.Count(statement => statement.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase) && !statement.Contains("Identifiers", StringComparison.Ordinal));
        }

        // The first reads the settings too.
        await CountAsync(1);
        Assert.Equal(await CountAsync(2), await CountAsync(40));
    }

    [Fact]
    public async Task WhatOrchardsOwnManagerSavesIsInTheHistoryToo()
    {
        var id = await Site.AddAsync("Saved By Orchard");

        await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            customer!.Alter<CustomerPart>(part => part.Company = "Orchard Ltd");
            await services.GetRequiredService<IContentManager>().UpdateAsync(customer!);
        });

        Assert.Equal(["CustomerPart.Company:  > Orchard Ltd"], Told((await EventsAsync(id))[0]));
    }

    private static IEnumerable<string> Told(CustomerEvent entry)
        => entry.Changes.Select(change => $"{change.Path}: {Text(change.Old)} > {Text(change.New)}");

    private static string? Text(System.Text.Json.Nodes.JsonNode? value)
        => value?.GetValueKind() == JsonValueKind.Array ? value.ToJsonString() : value?.ToString();

    private Task ChangeBookAsync(string id, CustomerAddress[] addresses) => Site.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<ICustomerManager>();
        var customer = await manager.FindAsync(id);
        customer!.Alter<AddressBookPart>(book => book.Addresses = addresses);
        Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
    });

    /// <summary>A document that no version of the module has written.</summary>
    private Task BreakAsync(long eventId) => Site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"update \"{CustomersConstants.Collection}_Document\" set \"Content\" = '{{ \"Utc\": [broken' where \"Id\" = {eventId}");
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    });

    private Task<IReadOnlyList<CustomerEvent>> EventsAsync(string id)
        => Site.InScopeAsync(services => services.GetRequiredService<CustomerHistory>().FindAsync(id, 0, 1000));
}

public sealed class SqliteCustomerHistoryTests(SqliteSite site) : CustomerHistoryTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerHistoryTests(PostgresSite site) : CustomerHistoryTests(site), IClassFixture<PostgresSite>;

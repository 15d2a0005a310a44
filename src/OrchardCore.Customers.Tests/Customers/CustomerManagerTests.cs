using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Data;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public abstract class CustomerManagerTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("E15")]
    public async Task ANewCustomerGetsAnIdANumberAndACreationDate()
    {
        var before = DateTime.UtcNow;
        var (result, customer) = await Site.CreateAsync(part => part.ContactName = "Åse Bjørnsdóttir");

        Assert.True(result.Succeeded);
        Assert.NotEmpty(customer.ContentItemId);
        Assert.Matches("^C-[0-9]{6}$", customer.GetOrCreate<CustomerPart>().Number);
        Assert.InRange(customer.CreatedUtc!.Value, before, DateTime.UtcNow);
    }

    [Fact]
    public async Task EveryFieldIsReadBackAsItWasSaved()
    {
        var id = await Site.AddAsync(part =>
        {
            part.Title = "Dr.";
            part.FirstName = "Ægir";
            part.MiddleName = "Þór";
            part.LastName = "O'Malley";
            part.ContactName = "<b>Ægir</b> & \"Co\" %_\\";
            part.Company = "株式会社さくら";
            part.Email = "Aegir.OMalley@Example.com";
            part.Phone = "+354 555 0101 ext. 7";
            part.DateOfBirth = new DateOnly(1984, 2, 29);
            part.Gender = "Other";
            part.Status = CustomerStatus.Inactive;
        });

        var part = await Site.ReadAsync(id);

        Assert.Equal("Dr.", part!.Title);
        Assert.Equal("Ægir", part.FirstName);
        Assert.Equal("Þór", part.MiddleName);
        Assert.Equal("O'Malley", part.LastName);
        Assert.Equal("<b>Ægir</b> & \"Co\" %_\\", part.ContactName);
        Assert.Equal("株式会社さくら", part.Company);
        Assert.Equal("Aegir.OMalley@Example.com", part.Email);
        Assert.Equal("+354 555 0101 ext. 7", part.Phone);
        Assert.Equal(new DateOnly(1984, 2, 29), part.DateOfBirth);
        Assert.Equal("Other", part.Gender);
        Assert.Equal(CustomerStatus.Inactive, part.Status);
    }

    [Fact]
    [Seed("O11", "O13", "T17")]
    public async Task OnlyTheContactNameIsRequired()
    {
        var (result, _) = await Site.CreateAsync(part => part.Company = "Tékassi ehf");
        Assert.Equal("CustomerPart.ContactName: Enter a contact name, or a first or last name to compose it from.", result.TheError());

        Assert.NotNull(await Site.AddAsync("Only a name"));
    }

    [Fact]
    public async Task AnEmptyContactNameIsComposedOfTheOtherNames()
    {
        var id = await Site.AddAsync(part => (part.Title, part.FirstName, part.MiddleName, part.LastName) = (" Prof. ", "Marie", "", "Curie "));

        Assert.Equal("Prof. Marie Curie", (await Site.ReadAsync(id))!.ContactName);
    }

    [Fact]
    public async Task AFieldThatIsClearedIsEmptyAfterwards()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email, part.DateOfBirth) = ("Clear me", "clear@example.com", new DateOnly(2000, 1, 1)));
        Assert.True((await Site.UpdateAsync(id, part => (part.Email, part.DateOfBirth) = (null, null))).Succeeded);

        var part = await Site.ReadAsync(id);
        Assert.Null(part!.Email);
        Assert.Null(part.DateOfBirth);
    }

    [Fact]
    public async Task AnEMailAddressIsTakenWhateverItsCase()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email) = ("First", "taken@example.com"));
        var number = (await Site.ReadAsync(id))!.Number;

        var (result, _) = await Site.CreateAsync(part => (part.ContactName, part.Email) = ("Second", " Taken@EXAMPLE.com "));

        Assert.Equal($"CustomerPart.Email: Customer {number} already has this e-mail address.", result.TheError());
    }

    [Fact]
    public async Task ACustomerKeepsItsOwnEMailAddress()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email) = ("Mine", "mine@example.com"));

        Assert.True((await Site.UpdateAsync(id, part => part.Company = "Changed")).Succeeded);
    }

    [Fact]
    public async Task OfABatchTheGoodOnesAreSavedAndTheBadOnesSayWhy()
    {
        var results = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customers = new List<ContentItem>();

            foreach (var (name, email) in new[] { ("Batch 1", "batch@example.com"), ("", "nameless@example.com"), ("Batch 3", "BATCH@example.com"), ("Batch 4", "") })
            {
                var customer = await manager.NewAsync();
                customer.Alter<CustomerPart>(part => (part.ContactName, part.Email) = (name, email));
                customers.Add(customer);
            }

            return await manager.CreateAsync(customers);
        });

        Assert.Equal([true, false, false, true], results.Select(result => result.Succeeded));
        Assert.StartsWith("CustomerPart.Email: ", results[2].TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeletedCustomerLeavesNothingAndFreesItsEMailButNotItsNumber()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.FirstName, part.Email, part.Phone) = ("Vanishing Person", "Evanescence", "vanishing@example.com", "+44 20 7946 0321"));
        var number = (await Site.ReadAsync(id))!.Number!;
        Assert.True((await Site.DeleteAsync(id)).Succeeded);

        Assert.Null(await Site.ReadAsync(id));

        foreach (var trace in new[] { "vanish", "evanescence", "79460321", "7946 0321", number })
        {
            Assert.Empty(await FindTracesAsync(trace));
        }

        var again = await Site.AddAsync(part => (part.ContactName, part.Email) = ("Somebody else", "vanishing@example.com"));
        Assert.NotEqual(number, (await Site.ReadAsync(again))!.Number);
    }

    [Fact]
    public async Task TwoWhoDeleteTheSameCustomerBothSucceed()
    {
        var id = await Site.AddAsync("Deleted twice");

        var result = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id);
            Assert.True((await Site.DeleteAsync(id)).Succeeded);

            return await manager.DeleteAsync(customer!);
        });

        Assert.True(result.Succeeded);
        Assert.Null(await Site.ReadAsync(id));
    }

    [Fact]
    public async Task ACustomerThatOrchardRemovesIsErasedToo()
    {
        var id = await Site.AddAsync(part => (part.ContactName, part.Email) = ("Removed By Orchard", "evaporated@example.com"));

        await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            Assert.True(await services.GetRequiredService<IContentManager>().RemoveAsync(customer!));
        });

        Assert.Empty(await FindTracesAsync("evaporated"));
    }

    [Fact]
    public async Task OfABatchThatTheDatabaseRefusesTheOthersAreSaved()
    {
        var results = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var taken = (await Site.ReadAsync(await Site.AddAsync("Has the number")))!.Number;
            var customers = new List<ContentItem>();

            foreach (var (name, number) in new[] { ("Row 1", null), ("Row 2", taken), ("Row 3", null) })
            {
                var customer = await manager.NewAsync();
                customer.Alter<CustomerPart>(part => (part.ContactName, part.Number) = (name, number));
                customers.Add(customer);
            }

            return (await manager.CreateAsync(customers)).Zip(customers, (result, customer) => (result, customer.ContentItemId)).ToList();
        });

        Assert.Equal([true, false, true], results.Select(row => row.result.Succeeded));
        Assert.StartsWith("CustomerPart.Number: Another customer with the same value", results[1].result.TheError(), StringComparison.Ordinal);
        var third = await Site.ReadAsync(results[2].ContentItemId);
        Assert.Equal(("Row 3", 1), (third!.ContactName, third.Revision));
        Assert.Null(await Site.ReadAsync(results[1].ContentItemId));
    }

    [Fact]
    public async Task AStaleCustomerIsNotSavedOverANewerOne()
    {
        var id = await Site.AddAsync("Edited twice");

        var result = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var mine = await manager.FindAsync(id);
            Assert.True((await Site.UpdateAsync(id, part => part.Company = "Theirs")).Succeeded);
            mine!.Alter<CustomerPart>(part => part.Company = "Mine");

            return await manager.UpdateAsync(mine!);
        });

        Assert.Equal("CustomerPart.Revision: Somebody else saved this customer meanwhile.", result.TheError());
        Assert.Equal("Theirs", (await Site.ReadAsync(id))!.Company);
    }

    [Fact]
    public async Task SixtyFourCustomersCreatedAtOnceGetSixtyFourNumbers()
    {
        var ids = await Task.WhenAll(Enumerable.Range(1, 64).Select(index => Site.AddAsync($"Concurrent {index}")));
        var parts = await Task.WhenAll(ids.Select(Site.ReadAsync));

        Assert.Equal(64, parts.Select(part => part!.Number).Distinct().Count());
    }

    [Fact]
    public async Task OfSixtyFourCustomersWithOneEMailAddressExactlyOneIsSaved()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 64).Select(index => Site.CreateAsync(part =>
            (part.ContactName, part.Email) = ($"Race {index}", index % 2 == 0 ? "race@example.com" : "RACE@example.com"))));

        Assert.Single(results, result => result.Result.Succeeded);
        Assert.All(results.Where(result => !result.Result.Succeeded), result => Assert.Contains("Email", result.Result.TheError(), StringComparison.Ordinal));
    }

    /// <summary>Every table whose rows hold the text anywhere, those among them in which SQLite keeps its search index.</summary>
    private Task<List<string>> FindTracesAsync(string text) => Site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync();
        var found = new List<string>();

        foreach (var table in await ReadAsync(connection, connection.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal)
            ? "select name from sqlite_master where type = 'table' and sql not like 'create virtual table%'"
            : "select tablename from pg_tables where schemaname = 'public'"))
        {
            var rows = await ReadAsync(connection, $"select * from \"{table}\"");
            found.AddRange(rows.Where(row => row.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(row => $"{table}: {row}"));
        }

        return found;
    });

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();

        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(value => value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : value)));
        }

        return rows;
    }
}

public sealed class SqliteCustomerManagerTests(SqliteSite site) : CustomerManagerTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerManagerTests(PostgresSite site) : CustomerManagerTests(site), IClassFixture<PostgresSite>;

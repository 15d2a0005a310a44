using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

public abstract class ConcurrencyContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task ACheckedSaveOfAStaleObjectThrows()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await ChangeElsewhereAsync(id, other => other.Name = "theirs");

        person.Name = "mine";
        await session.SaveAsync(person, checkConcurrency: true);
        await Assert.ThrowsAsync<ConcurrencyException>(() => session.SaveChangesAsync());

        Assert.Equal(["theirs"], await StoredNamesAsync());
    }

    [Fact]
    public async Task AnUncheckedSaveOverwrites()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await ChangeElsewhereAsync(id, other => other.Name = "theirs");

        person.Name = "mine";
        await session.SaveAsync(person);
        await session.SaveChangesAsync();

        Assert.Equal(["mine"], await StoredNamesAsync());
    }

    [Fact]
    public async Task OnlyCheckedSavesRaiseTheVersionSoAnUncheckedWriterIsNotNoticed()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await ChangeElsewhereAsync(id, other => other.Name = "theirs", checkConcurrency: false);

        person.Name = "mine";
        await session.SaveAsync(person, checkConcurrency: true);
        await session.SaveChangesAsync();

        Assert.Equal(["mine"], await StoredNamesAsync());
    }

    [Fact]
    public async Task TheFirstSaveOfAnObjectDecidesWhetherItIsChecked()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await ChangeElsewhereAsync(id, other => other.Name = "theirs");

        person.Name = "mine";
        await session.SaveAsync(person);
        await session.SaveAsync(person, checkConcurrency: true);
        await session.SaveChangesAsync();

        Assert.Equal(["mine"], await StoredNamesAsync());
    }

    [Fact]
    public async Task ALaterUncheckedSaveDoesNotEndTheCheck()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await ChangeElsewhereAsync(id, other => other.Name = "theirs");

        await session.SaveAsync(person, checkConcurrency: true);
        await session.SaveAsync(person);

        await Assert.ThrowsAsync<ConcurrencyException>(() => session.FlushAsync());
    }

    [Fact]
    public async Task ATrackedObjectStaysCheckedAndMayBeFlushedOftenInItsSession()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.FlushAsync();

        await session.SaveAsync(person, checkConcurrency: true);
        await session.FlushAsync();
        person.Name = "Anna";
        await session.FlushAsync();
        Assert.Contains("and Version = 2", Sql.Last, StringComparison.Ordinal);

        await session.SaveChangesAsync();
        Assert.Equal(["Anna"], await StoredNamesAsync());
    }

    [Fact]
    public async Task AVersionPropertyIsTheVersionThatIsExpected()
    {
        var account = new Account { Owner = "Ann" };
        await StoredAsync(account);
        Assert.Equal(1, account.Version);

        await using (var session = Store.CreateSession())
        {
            account = await session.GetAsync<Account>(account.Id);
            await session.SaveAsync(account, checkConcurrency: true);
            await session.FlushAsync();
            Assert.Equal(2, account.Version);
            await session.SaveAsync(account);
            await session.SaveChangesAsync();
            Assert.Equal(3, account.Version);
        }

        await using (var session = Store.CreateSession())
        {
            account = await session.GetAsync<Account>(account.Id);
            Assert.Equal(3, account.Version);
            account.Version = 2;
            await session.SaveAsync(account, checkConcurrency: true);
            await Assert.ThrowsAsync<ConcurrencyException>(() => session.FlushAsync());
        }
    }

    [Fact]
    public async Task AfterAConcurrencyExceptionTheSessionReadsWhatIsStoredAndSilentlySavesNothing()
    {
        var id = (await StoredAsync(new Person { Name = "Ann", Age = 1 })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await ChangeElsewhereAsync(id, other => other.Name = "theirs");
        await session.SaveAsync(new Person { Name = "in the same flush", Age = 2 });
        await session.SaveAsync(person, checkConcurrency: true);
        await Assert.ThrowsAsync<ConcurrencyException>(() => session.FlushAsync());

        Assert.Null(session.CurrentTransaction);
        Assert.Equal("theirs", (await session.GetAsync<Person>(id)).Name);
        Assert.Equal(1, await session.Query<Person>().CountAsync());

        await session.SaveAsync(new Person { Name = "later", Age = 3 });
        Assert.Equal(2, await session.Query<Person>().CountAsync());
        await session.SaveChangesAsync();

        Assert.Equal(["theirs"], await StoredNamesAsync());
    }

    [Fact]
    public async Task ACheckedSaveOfADeletedObjectThrows()
    {
        var account = await StoredAsync(new Account { Owner = "Ann" });
        await using var session = Store.CreateSession();
        var mine = await session.GetAsync<Account>(account.Id);

        await using (var other = Store.CreateSession())
        {
            other.Delete(await other.GetAsync<Account>(account.Id));
            await other.SaveChangesAsync();
        }

        await session.SaveAsync(mine, checkConcurrency: true);
        await Assert.ThrowsAsync<ConcurrencyException>(() => session.SaveChangesAsync());
    }

    [Fact]
    public async Task AnUncheckedSaveOfADeletedObjectWritesNothingAndOnSqliteLeavesIndexRowsBehind()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);

        await using (var other = Store.CreateSession())
        {
            other.Delete(await other.GetAsync<Person>(id));
            await other.SaveChangesAsync();
        }

        await session.SaveAsync(person);

        if (IsPostgres)
        {
            // the foreign key of the index table
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => session.SaveChangesAsync());
        }
        else
        {
            await session.SaveChangesAsync();
            Assert.Equal(1, await CountRowsAsync("PersonIndex"));
        }

        Assert.Equal(0, await CountRowsAsync("Document"));
    }

    [Fact]
    public async Task ANewObjectIsNotChecked()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "Ann" }, checkConcurrency: true);
        await session.SaveChangesAsync();

        Assert.Equal(["Ann"], await StoredNamesAsync());
    }
}

using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

/// <summary>Saving, and when it is written.</summary>
public abstract class SessionContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task SaveAssignsTheIdAtOnceAndWritesNothingYet()
    {
        await using var session = Store.CreateSession();
        var first = new Person { Name = "Ann" };
        var second = new Person { Name = "Bob" };

        await session.SaveAsync(first);
        await session.SaveAsync(second);

        Assert.Equal(1, first.Id);
        Assert.Equal(2, second.Id);
        Assert.DoesNotContain(Sql.Statements, statement => statement.StartsWith("insert into Document", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryQueryFlushesFirst()
    {
        await using var session = Store.CreateSession();

        await session.SaveAsync(new Person { Name = "Ann" });
        Assert.Equal(1, await session.Query<Person>().CountAsync());

        await session.SaveAsync(new Person { Name = "Bob" });
        Assert.Equal(2, await session.QueryIndex<PersonIndex>().CountAsync());

        await session.SaveAsync(new Person { Name = "Cid" });
        Assert.Equal("Cid", (await session.GetAsync<Person>(3)).Name);
        Assert.Equal(3, (await session.Query<Person, PersonIndex>().ListAsync()).Count());
    }

    [Fact]
    public async Task AChangeIsNotSeenBeforeTheFirstSave()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);

        person.Name = "Anna";
        Assert.Equal(0, await session.QueryIndex<PersonIndex>(row => row.Name == "Anna").CountAsync());

        await session.SaveAsync(person);
        Assert.Equal(1, await session.QueryIndex<PersonIndex>(row => row.Name == "Anna").CountAsync());
    }

    [Fact]
    public async Task AfterTheFirstSaveAnObjectIsTrackedAndRewrittenAtEveryFlush()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.FlushAsync();

        person.Name = "Anna";
        Assert.Equal(1, await session.QueryIndex<PersonIndex>(row => row.Name == "Anna").CountAsync());

        person.Name = "Annabel";
        await session.SaveChangesAsync();
        Assert.Equal(["Annabel"], await StoredNamesAsync());
    }

    [Fact]
    public async Task ATrackedObjectThatDidNotChangeIsNotWrittenAgain()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "Ann" });
        await session.FlushAsync();
        Sql.Clear();

        await session.FlushAsync();

        Assert.Empty(Sql.Statements);
    }

    [Fact]
    public async Task ASavedObjectIsWrittenEvenWhenItDidNotChange()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        await session.SaveAsync(await session.GetAsync<Person>(id));
        Sql.Clear();

        await session.FlushAsync();

        Assert.Contains("update Document set Content", Sql.Last, StringComparison.Ordinal);
        Assert.Contains("delete from PersonIndex", Sql.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveChangesEndsTheTracking()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.SaveChangesAsync();

        person.Name = "Anna";
        await session.SaveChangesAsync();
        Assert.Equal(["Ann"], await StoredNamesAsync());

        await session.SaveAsync(person);
        await session.SaveChangesAsync();
        Assert.Equal(["Anna"], await StoredNamesAsync());
    }

    [Fact]
    public async Task ASessionCanBeUsedAgainAfterSaveChanges()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "Ann", Age = 1 });
        await session.SaveChangesAsync();
        await session.SaveAsync(new Person { Name = "Bob", Age = 2 });
        await session.SaveChangesAsync();

        Assert.Equal(["Ann", "Bob"], await StoredNamesAsync());
    }

    [Fact]
    public async Task WithoutSaveChangesNothingStays()
    {
        await using (var session = Store.CreateSession())
        {
            await session.SaveAsync(new Person { Name = "never flushed" });
        }

        await using (var session = Store.CreateSession())
        {
            await session.SaveAsync(new Person { Name = "flushed" });
            await session.FlushAsync();
        }

        using (var session = Store.CreateSession())
        {
            await session.SaveAsync(new Person { Name = "flushed, disposed synchronously" });
            await session.FlushAsync();
        }

        Assert.Equal(0, await CountRowsAsync("Document"));
        Assert.Equal(0, await CountRowsAsync("PersonIndex"));
    }

    [Fact]
    public async Task SavingTwiceWritesOnce()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.SaveAsync(person);
        await session.SaveChangesAsync();

        Assert.Equal(["Ann"], await StoredNamesAsync());
    }
}

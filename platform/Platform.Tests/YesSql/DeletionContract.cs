using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

public abstract class DeletionContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task ADeletionIsSeenByTheNextQueryAndTakesTheIndexRowsAlong()
    {
        var id = (await StoredAsync(new Person { Name = "Ann", Nicknames = ["a", "b"], Key = "k" })).Id;
        await using var session = Store.CreateSession();

        session.Delete(await session.GetAsync<Person>(id));

        Assert.Equal(0, await session.Query<Person>().CountAsync());
        Assert.Null(await session.GetAsync<Person>(id));
        await session.SaveChangesAsync();

        foreach (var table in (string[])["Document", "PersonIndex", "NicknameIndex", "KeyIndex"])
        {
            Assert.Equal(0, await CountRowsAsync(table));
        }
    }

    [Fact]
    public async Task AnotherInstanceWithTheIdIsEnough()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        session.Delete(new Person { Id = id });
        await session.SaveChangesAsync();

        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task DeletingWhatWasNeverFlushedTakesItBackAndClearsItsId()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        session.Delete(person);

        Assert.Equal(0, person.Id);
        await session.SaveChangesAsync();
        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task DeletedAndSavedIsDeleted()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        session.Delete(person);
        await session.SaveAsync(person);
        await session.SaveChangesAsync();

        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task SavedAndDeletedIsDeleted()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        person.Name = "Anna";
        await session.SaveAsync(person);
        session.Delete(person);
        await session.SaveChangesAsync();

        Assert.DoesNotContain(Sql.Statements, statement => statement.Contains("update Document", StringComparison.Ordinal));
        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task ATrackedObjectThatChangedIsNotWrittenBeforeItIsDeleted()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.FlushAsync();
        person.Name = "Anna";
        session.Delete(person);
        await session.SaveChangesAsync();

        Assert.DoesNotContain(Sql.Statements, statement => statement.Contains("update Document", StringComparison.Ordinal));
        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task AnObjectThatWasSavedInTheSessionBreaksItWhenItsDeletionIsFlushedTwice()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.FlushAsync();
        session.Delete(person);
        await session.FlushAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveChangesAsync());
    }

    [Fact]
    public async Task AnObjectThatWasOnlyLoadedIsDeletedOnceAndForAll()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        session.Delete(await session.GetAsync<Person>(id));
        await session.FlushAsync();
        await session.FlushAsync();
        await session.SaveChangesAsync();

        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task SavingAfterTheDeletionWasFlushedFails()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        session.Delete(person);
        await session.FlushAsync();
        await session.SaveAsync(person);

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.FlushAsync());
    }

    [Fact]
    public async Task AKeyThatIsFreedInAFlushCanBeTakenInTheSame()
    {
        var old = await StoredAsync(new Person { Name = "old", Key = "k" });
        await using var session = Store.CreateSession();
        old = await session.GetAsync<Person>(old.Id);
        await session.SaveAsync(new Person { Name = "new", Key = "k" });
        session.Delete(old);
        await session.SaveChangesAsync();

        Assert.Equal(["new"], await StoredNamesAsync());
    }

    [Fact]
    public async Task TwoObjectsCanSwapTheirKeysInOneFlush()
    {
        var a = await StoredAsync(new Person { Name = "a", Age = 1, Key = "1" });
        var b = await StoredAsync(new Person { Name = "b", Age = 2, Key = "2" });
        await using var session = Store.CreateSession();
        a = await session.GetAsync<Person>(a.Id);
        b = await session.GetAsync<Person>(b.Id);
        (a.Key, b.Key) = (b.Key, a.Key);
        await session.SaveAsync(a);
        await session.SaveAsync(b);
        await session.SaveChangesAsync();

        Assert.Equal(2, await CountRowsAsync("KeyIndex"));
    }

    [Fact]
    public async Task WhatWasSavedFlushedAndDeletedEndsTheSessionWithTheSecondFlushAfterwards()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.FlushAsync();
        session.Delete(person);
        await session.FlushAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.FlushAsync());

        await session.SaveAsync(new Person { Name = "Bob" });
        await session.SaveChangesAsync();
        Assert.Empty(await StoredNamesAsync());
    }

    [Fact]
    public async Task WhatIsDetachedBeforeItIsDeletedIsDeleted()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        person.Name = "Anna";
        await session.SaveAsync(person);
        await session.FlushAsync();
        session.Detach(person);
        session.Delete(person);
        await session.FlushAsync();
        await session.FlushAsync();
        await session.SaveChangesAsync();

        Assert.Empty(await StoredNamesAsync());
        Assert.Equal(0, await CountRowsAsync("PersonIndex"));
    }
}

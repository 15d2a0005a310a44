using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

/// <summary>What a session refuses, and what it takes without a word.</summary>
public abstract class SessionMisuseContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task NullIsRefusedAndLeavesTheSessionAsItWas()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Name = "Ann" });
        await session.FlushAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => session.SaveAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => session.GetAsync<Person>(null));
        await session.SaveChangesAsync();

        Assert.Equal(["Ann"], await StoredNamesAsync());
    }

    [Fact]
    public async Task AnIndexADocumentAndANullThatIsDeletedAreRefusedAtTheFlush()
    {
        foreach (var item in (object[])[new PersonIndex(), new Document()])
        {
            await using var session = Store.CreateSession();
            await session.SaveAsync(item);
            await Assert.ThrowsAsync<ArgumentException>(() => session.FlushAsync());
        }

        await using var other = Store.CreateSession();
        other.Delete(null);
        await Assert.ThrowsAsync<ArgumentNullException>(() => other.FlushAsync());
    }

    [Fact]
    public async Task ADisposedSessionRefusesEverythingButAFlushWhichDoesNothing()
    {
        var session = Store.CreateSession();
        await session.DisposeAsync();

        Func<Task>[] operations =
        [
            () => session.SaveAsync(new Person()),
            () => session.Query<Person>().CountAsync(),
            () => session.QueryIndex<PersonIndex>().ListAsync(),
            () => session.GetAsync<Person>(1),
            () => session.FlushAsync(),
            () => session.SaveChangesAsync(),
            () => session.CancelAsync(),
            () => session.CreateConnectionAsync(),
            () => session.BeginTransactionAsync(),
            () => Task.Run(() => session.Delete(new Person())),
            () => Task.Run(() => session.Detach(new Person())),
        ];

        var refused = new List<bool>();
        foreach (var operation in operations)
        {
            refused.Add(await Record.ExceptionAsync(operation) is ObjectDisposedException);
        }

        Assert.Equal([true, true, true, true, false, false, true, true, true, true, true], refused);
        await session.DisposeAsync();
        session.Dispose();
    }

    [Fact]
    public async Task DetachMakesTheSessionForget()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();

        var loaded = await session.GetAsync<Person>(id);
        session.Detach(loaded);
        Assert.NotSame(loaded, await session.GetAsync<Person>(id));

        var changed = await session.GetAsync<Person>(id);
        changed.Name = "changed";
        await session.SaveAsync(changed);
        session.Detach(changed);

        var added = new Person { Name = "added" };
        await session.SaveAsync(added);
        session.Detach(added);

        var deleted = await session.GetAsync<Person>(id);
        session.Delete(deleted);
        session.Detach(deleted);

        await session.SaveChangesAsync();
        Assert.Equal(["Ann"], await StoredNamesAsync());
    }

    [Fact]
    public async Task DetachEndsTheTracking()
    {
        await using var session = Store.CreateSession();
        var person = new Person { Name = "Ann" };
        await session.SaveAsync(person);
        await session.FlushAsync();
        session.Detach(person);

        person.Name = "Anna";
        await session.SaveChangesAsync();

        Assert.Equal(["Ann"], await StoredNamesAsync());
    }

    [Fact]
    public async Task DeletingWhatIsNotStoredDoesNothing()
    {
        await using var session = Store.CreateSession();
        session.Delete(new Person());
        session.Delete(new Person { Id = 4711 });
        await session.SaveChangesAsync();

        Assert.Equal(0, await CountRowsAsync("Document"));
    }

    [Fact]
    public async Task AnObjectWithoutAnIdCanNotBeDeletedUnlessTheSessionKnowsIt()
    {
        await StoredAsync(new Note { Text = "a" });

        await using (var session = Store.CreateSession())
        {
            session.Delete(new Note { Text = "a" });
            await Assert.ThrowsAsync<InvalidOperationException>(() => session.FlushAsync());
        }

        await using (var session = Store.CreateSession())
        {
            session.Delete(await session.Query<Note>().FirstOrDefaultAsync());
            await session.SaveChangesAsync();
        }

        Assert.Equal(0, await CountRowsAsync("Document"));
    }

    [Fact]
    public async Task TwoOperationsAtOnceAreRefusedWhereTheStoreChecksIt()
    {
        var store = await NewStoreAsync(configuration => configuration.EnableThreadSafetyChecks = true);
        await using var session = store.CreateSession();
        var during = new List<Task>();
        store.RegisterIndexes([new Indexes<Note>(context => context.For<KeyIndex>().Map(note =>
        {
            during.Add(Assert.ThrowsAsync<InvalidOperationException>(() => session.Query<Note>().CountAsync()));
            during.Add(Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveChangesAsync()));
            return new KeyIndex { Key = note.Text };
        }))]);

        await session.SaveAsync(new Note { Text = "a" });
        await session.FlushAsync();

        Assert.Equal(2, during.Count);
        await Task.WhenAll(during);
    }

    [Fact]
    public async Task AFlushWithinAFlushDoesNothing()
    {
        await using var session = Store.CreateSession();
        var inner = new List<Task>();
        Store.RegisterIndexes([new Indexes<Note>(context => context.For<KeyIndex>().Map(note =>
        {
            inner.Add(session.FlushAsync());
            return new KeyIndex { Key = note.Text };
        }))]);

        await session.SaveAsync(new Note { Text = "a" });
        await session.FlushAsync();

        await Assert.Single(inner);
        await session.SaveChangesAsync();
        Assert.Equal(1, await CountRowsAsync("KeyIndex"));
    }
}

using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

/// <summary>Which instance stands for which document.</summary>
public abstract class IdentityContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task ASessionGivesOneInstancePerDocument()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();

        var person = await session.GetAsync<Person>(id);
        person.Name = "changed in memory";

        Assert.Same(person, await session.GetAsync<Person>(id));
        Assert.Same(person, await session.Query<Person>().FirstOrDefaultAsync());
        Assert.Same(person, (await session.Query<Person, PersonIndex>(row => row.Name == "Ann").ListAsync()).Single());
    }

    [Fact]
    public async Task SaveChangesForgetsEveryInstance()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        await session.SaveChangesAsync();

        Assert.NotSame(person, await session.GetAsync<Person>(id));
    }

    [Fact]
    public async Task GetAsyncKeepsTheOrderOfTheIdsAndLeavesOutWhatIsMissingOrDouble()
    {
        await StoreAllAsync(new Person { Name = "1" }, new Person { Name = "2" }, new Person { Name = "3" });
        await using var session = Store.CreateSession();
        await session.GetAsync<Person>(2);

        var people = await session.GetAsync<Person>([3, 2, 99, 1, 3]);

        Assert.Equal(["3", "2", "1"], people.Select(person => person.Name));
        Assert.Empty(await session.GetAsync<Person>([]));
        Assert.Null(await session.GetAsync<Person>(99));
    }

    [Fact]
    public async Task GetAsyncFindsManyIds()
    {
        await StoreAllAsync([.. Enumerable.Range(1, 30).Select(age => new Person { Name = "x", Age = age })]);
        await using var session = Store.CreateSession();

        var people = await session.GetAsync<Person>([.. Enumerable.Range(1, 1500).Select(id => (long)id)]);

        Assert.Equal(30, people.Count());
    }

    [Fact]
    public async Task ADocumentOfAnotherTypeIsLeftOutUnlessTheSessionAlreadyHasIt()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();

        Assert.Null(await session.GetAsync<Account>(id));

        await session.GetAsync<Person>(id);
        await Assert.ThrowsAsync<InvalidCastException>(() => session.GetAsync<Account>(id));
    }

    [Fact]
    public async Task ASessionWithoutTrackingGivesANewInstanceEachTime()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession(withTracking: false);

        var person = await session.GetAsync<Person>(id);
        Assert.NotSame(person, await session.GetAsync<Person>(id));

        person.Name = "Anna";
        await session.SaveAsync(person);
        Assert.NotSame(person, await session.GetAsync<Person>(id));

        // what is saved is tracked all the same
        person.Name = "Annabel";
        await session.SaveChangesAsync();
        Assert.Equal(["Annabel"], await StoredNamesAsync());
    }

    [Fact]
    public async Task AnObjectWithTheIdOfAStoredOneReplacesIt()
    {
        var id = (await StoredAsync(new Person { Name = "Ann", Age = 40 })).Id;
        await StoredAsync(new Person { Id = id, Name = "Bob" });

        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        Assert.Equal(("Bob", 0), (person.Name, person.Age));
    }

    [Fact]
    public async Task AnObjectWithTheIdOfAnInstanceInTheSessionIsRefused()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        await session.GetAsync<Person>(id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveAsync(new Person { Id = id, Name = "Bob" }));
    }

    [Fact]
    public async Task AnIdThatIsNotStoredFailsAtTheFlush()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Id = 500, Name = "Ann" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.FlushAsync());
    }

    [Fact]
    public async Task AnObjectWithoutAnIdPropertyIsKnownOnlyWithinItsSession()
    {
        await using (var session = Store.CreateSession())
        {
            var note = new Note { Text = "a" };
            await session.SaveAsync(note);
            await session.FlushAsync();
            note.Text = "b";
            await session.SaveChangesAsync();
            await session.SaveAsync(note);
            await session.SaveChangesAsync();
        }

        await using (var session = Store.CreateSession())
        {
            Assert.Equal(["b", "b"], (await session.Query<Note>().ListAsync()).Select(note => note.Text));
        }
    }

    [Fact]
    public async Task ARecordThatChangesBeforeTheFlushIsLost()
    {
        await using var session = Store.CreateSession();
        var record = new Value { Text = "a" };
        await session.SaveAsync(record);
        record.Text = "b";

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.FlushAsync());
    }

    [Fact]
    public async Task OfTwoEqualObjectsOnlyTheFirstIsSaved()
    {
        await using var session = Store.CreateSession();
        var (first, second) = (new Equal(), new Equal());
        await session.SaveAsync(first);
        await session.SaveAsync(second);
        await session.SaveChangesAsync();

        Assert.Equal((1, 0), (first.Id, second.Id));
        Assert.Equal(1, await CountRowsAsync("Document"));
    }

    [Fact]
    public async Task TwoEqualDocumentsCanNotBeReadInOneSession()
    {
        await StoredAsync(new Equal());
        await StoredAsync(new Equal());
        await using var session = Store.CreateSession();

        await Assert.ThrowsAsync<ArgumentException>(() => session.Query<Equal>().ListAsync());
    }

    public sealed record Value
    {
        public string Text { get; set; }
    }

    public sealed class Equal
    {
        public long Id { get; set; }

        public override bool Equals(object obj) => obj is Equal;

        public override int GetHashCode() => 1;
    }
}

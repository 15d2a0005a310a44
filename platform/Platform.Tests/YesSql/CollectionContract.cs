using System.Data.Common;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Sql;

namespace Platform.Tests.YesSql;

/// <summary>Collections and table prefixes.</summary>
public abstract class CollectionContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.InitializeCollectionAsync(Collection);
        await CreateTablesAsync(Store, Collection);
        Store.RegisterIndexes([new PersonIndexes()], Collection);
    }

    [Fact]
    public async Task ACollectionHasItsOwnDocumentsIndexesAndIds()
    {
        var staff = new Person { Name = "Ann" };
        var other = new Person { Name = "Bob" };

        await using (var session = Store.CreateSession())
        {
            await session.SaveAsync(staff, collection: Collection);
            await session.SaveAsync(other);
            await session.SaveChangesAsync();
        }

        Assert.Equal((1, 1), (staff.Id, other.Id));
        Assert.Equal(1, await CountRowsAsync("Staff_Document"));
        Assert.Equal(1, await CountRowsAsync("Staff_PersonIndex"));

        await using (var session = Store.CreateSession())
        {
            Assert.Equal("Ann", (await session.GetAsync<Person>(1, Collection)).Name);
            Assert.Equal("Bob", (await session.GetAsync<Person>(1)).Name);
            Assert.Equal("Ann", (await session.Query<Person>(Collection).ListAsync()).Single().Name);
            Assert.Equal("Ann", (await session.Query<Person, PersonIndex>(Collection).ListAsync()).Single().Name);
            Assert.Equal("Ann", (await session.Query<Person, PersonIndex>(row => row.Name == "Ann", collection: Collection).ListAsync()).Single().Name);
            Assert.Equal("Ann", (await session.QueryIndex<PersonIndex>(collection: Collection).ListAsync()).Single().Name);
            Assert.Equal(0, await session.QueryIndex<PersonIndex>(row => row.Name == "Bob", Collection).CountAsync());

            session.Delete(await session.GetAsync<Person>(1, Collection), Collection);
            await session.SaveChangesAsync();
        }

        Assert.Equal(0, await CountRowsAsync("Staff_Document"));
        Assert.Equal(["Bob"], await StoredNamesAsync());
    }

    [Fact]
    public async Task AProviderMayNameItsCollectionItself()
    {
        await Store.InitializeCollectionAsync("Notes");
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<KeyIndex>(table => table.Column<string>("Key"), "Notes"));
        Store.RegisterIndexes([new Indexes<Note>(context => context.For<KeyIndex>().Map(note => new KeyIndex { Key = note.Text })) { CollectionName = "Notes" }]);

        await using (var session = Store.CreateSession())
        {
            await session.SaveAsync(new Note { Text = "a" }, collection: "Notes");
            await session.SaveAsync(new Note { Text = "b" });
            await session.SaveChangesAsync();
        }

        Assert.Equal(1, await CountRowsAsync("Notes_KeyIndex"));
        Assert.Equal(0, await CountRowsAsync("KeyIndex"));
    }

    [Fact]
    public async Task AnObjectSavedIntoAnotherCollectionIsSoughtThere()
    {
        var person = await StoredAsync(new Person { Name = "Ann" });
        await using var session = Store.CreateSession();
        await session.SaveAsync(await session.GetAsync<Person>(person.Id), collection: Collection);

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.FlushAsync());
    }

    [Fact]
    public async Task ACollectionThatWasNotInitializedGivesNoIdsAndHasNoTable()
    {
        await using var session = Store.CreateSession();

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveAsync(new Person(), collection: "NoSuchCollection"));
        await Assert.ThrowsAnyAsync<DbException>(() => session.Query<Person>("NoSuchCollection").CountAsync());
    }

    [Fact]
    public async Task InitializingAgainKeepsWhatIsThere()
    {
        await StoredAsync(new Person { Name = "Ann" });
        await Store.InitializeAsync();
        await Store.InitializeCollectionAsync(Collection);
        await StoredAsync(new Person { Name = "Bob" });

        Assert.Equal(["Ann", "Bob"], await StoredNamesAsync());
    }

    [Fact]
    public async Task TheTableNameConventionKnowsCollections()
    {
        var convention = Store.Configuration.TableNameConvention;

        Assert.Equal(
            ("Document", "Document", "Staff_Document", "PersonIndex", "Staff_PersonIndex"),
            (
                convention.GetDocumentTable(),
                convention.GetDocumentTable(""),
                convention.GetDocumentTable(Collection),
                convention.GetIndexTable(typeof(PersonIndex)),
                convention.GetIndexTable(typeof(PersonIndex), Collection)));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task APrefixStandsBeforeEveryTable()
    {
        await using var database = new TDatabase();
        await database.CreateAsync();
        using var store = StoreFactory.Create(database.Configure(new Configuration()).SetTablePrefix("t1_"));
        await store.InitializeAsync();
        await CreateTablesAsync(store, collection: null);
        store.RegisterIndexes([new PersonIndexes()]);

        await using (var session = store.CreateSession())
        {
            await session.SaveAsync(new Person { Name = "Ann" });
            await session.SaveChangesAsync();
            Assert.Equal("Ann", (await session.Query<Person, PersonIndex>().OrderBy(row => row.Name).ListAsync()).Single().Name);
        }

        await using var connection = store.Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {Table("t1_PersonIndex")}";
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task TwoPrefixesShareADatabaseOnPostgresButNotOnSqlite()
    {
        // SQLite's index names carry no prefix, so the second store can't make its tables
        if (IsPostgres)
        {
            await CreateTablesAsync(await NewStoreAsync(configuration => configuration.SetTablePrefix("t1_")), collection: null);
            Assert.Equal(0, await CountRowsAsync("t1_PersonIndex"));
        }
        else
        {
            await Assert.ThrowsAnyAsync<DbException>(() => NewStoreAsync(configuration => configuration.SetTablePrefix("t1_")));
        }
    }
}

using System.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Provider.PostgreSql;
using YesSql.Provider.Sqlite;

namespace Platform.Tests.YesSql;

/// <summary>Where ids come from, and how a store begins.</summary>
public abstract class IdentifierContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task TheDefaultGeneratorGoesOnAfterTheGreatestStoredId()
    {
        await StoredAsync(new Person { Name = "Ann" });
        using var store = await NewStoreAsync(configuration => configuration.UseDefaultIdGenerator());

        Assert.Equal(2, await store.Configuration.IdGenerator.GetNextIdAsync(collection: null));
        Assert.Equal(3, await store.Configuration.IdGenerator.GetNextIdAsync(collection: ""));
    }

    [Fact]
    public async Task TwoStoresWithTheDefaultGeneratorCollide()
    {
        using var store = await NewStoreAsync(configuration => configuration.UseDefaultIdGenerator());
        await using var session = store.CreateSession();
        await session.SaveAsync(new Person());
        await session.SaveChangesAsync();

        using var other = await NewStoreAsync(configuration => configuration.UseDefaultIdGenerator());
        await using var first = store.CreateSession();
        await using var second = other.CreateSession();
        var (mine, theirs) = (new Person(), new Person());
        await first.SaveAsync(mine);
        await second.SaveAsync(theirs);

        Assert.Equal(mine.Id, theirs.Id);
    }

    [Fact]
    public async Task TheBlockGeneratorLeasesItsIdsFromATable()
    {
        using var store = await NewStoreAsync(configuration => configuration.SetTablePrefix(IsPostgres ? "b_" : "").UseBlockIdGenerator());
        using var other = await NewStoreAsync(configuration => configuration.SetTablePrefix(IsPostgres ? "b_" : "").UseBlockIdGenerator(5));
        var ids = new List<long>();

        for (var count = 0; count < 3; count++)
        {
            ids.Add(await store.Configuration.IdGenerator.GetNextIdAsync(collection: null));
            ids.Add(await other.Configuration.IdGenerator.GetNextIdAsync(collection: null));
        }

        Assert.Equal([1, 21, 2, 22, 3, 23], ids);

        for (var count = 0; count < 18; count++)
        {
            ids.Add(await store.Configuration.IdGenerator.GetNextIdAsync(collection: null));
        }

        Assert.Equal(26, ids[^1]);
        Assert.Equal(1, await CountRowsAsync(IsPostgres ? "b_Identifiers" : "Identifiers"));
    }

    [Fact]
    public async Task IdsAreUniqueUnderContention()
    {
        var generator = Store.Configuration.IdGenerator;
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => generator.GetNextIdAsync(collection: null))));

        Assert.Equal(100, ids.Distinct().Count());
    }

    [Fact]
    public async Task AnIdThatWasGivenIsNotGivenAgain()
    {
        await using (var session = Store.CreateSession())
        {
            await session.SaveAsync(new Person());
        }

        Assert.Equal(2, (await StoredAsync(new Person())).Id);
    }

    [Fact]
    public async Task IdsMayBeIntegersAndNeedNoPublicSetter()
    {
        var small = await StoredAsync(new Small());
        var closed = await StoredAsync(new Closed());

        Assert.Equal((1, 2), (small.Id, closed.Id));
        await using var session = Store.CreateSession();
        Assert.Equal(1, (await session.Query<Small>().FirstOrDefaultAsync()).Id);
    }

    [Fact]
    public async Task AnIdThatIsNoNumberIsLeftAlone()
    {
        var named = await StoredAsync(new Named { Id = "mine" });

        Assert.Equal("mine", named.Id);
    }

    [Fact]
    public void AConfigurationBeginsWithTheseValues()
    {
        var configuration = new Configuration();

        Assert.Equal((500, "", false), (configuration.CommandsPageSize, configuration.TablePrefix, configuration.EnableThreadSafetyChecks));
        Assert.Equal((IsolationLevel.ReadCommitted, IdentityColumnSize.Int32), (configuration.IsolationLevel, configuration.IdentityColumnSize));
        Assert.Same(NullLogger.Instance, configuration.Logger);
        Assert.Equal("""{"Text":"a"}""", configuration.ContentSerializer.Serialize(new Note { Text = "a" }));
        Assert.Equal("a", ((Note)configuration.ContentSerializer.Deserialize("""{"text":"b","Text":"a","More":1}""", typeof(Note))).Text);
    }

    [Fact]
    public void AProviderSetsTheIsolationLevelAndSqliteHasOneOfItsOwn()
    {
        Assert.Equal(IsolationLevel.Snapshot, new Configuration().UseSqLite("Data Source=:memory:", IsolationLevel.Snapshot).IsolationLevel);
        Assert.Equal(IsolationLevel.Snapshot, new Configuration().UsePostgreSql("Host=localhost", IsolationLevel.Snapshot).IsolationLevel);
        Assert.Equal("Sqlite", new Configuration().UseSqLite("Data Source=:memory:", IsolationLevel.Snapshot).SqlDialect.Name);
        Assert.Equal("PostgreSql", new Configuration().UsePostgreSql("Host=localhost", IsolationLevel.Snapshot).SqlDialect.Name);
    }

    [Fact]
    public async Task AStoreThatWasNotInitializedGivesNoIds()
    {
        using var store = StoreFactory.Create(Database.Configure(new Configuration()));
        await using var session = store.CreateSession();

        await Assert.ThrowsAnyAsync<Exception>(() => session.SaveAsync(new Person()));
        await Assert.ThrowsAnyAsync<Exception>(() => StoreFactory.Create(new Configuration()).InitializeAsync());
    }

    public sealed class Small
    {
        public int Id { get; set; }
    }

    public sealed class Closed
    {
        public long Id { get; private set; }
    }

    public sealed class Named
    {
        public string Id { get; set; }
    }
}

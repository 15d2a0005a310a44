using System.Data.Common;
using System.Globalization;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace Platform.Tests.YesSql;

/// <summary>How documents become index rows.</summary>
public abstract class IndexingContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task AMapMayGiveOneRowSeveralOrNone()
    {
        Register<Note>(context =>
        {
            context.For<KeyIndex>().Map(note => note.Text == "none" ? null : new KeyIndex { Key = note.Text });
            context.For<NicknameIndex>().Map(note => note.Text == "none" ? null : new[] { new NicknameIndex { Nickname = note.Text }, null, new NicknameIndex() }.AsEnumerable());
        });
        await StoredAsync(new Note { Text = "none" });
        await StoredAsync(new Note { Text = "some" });

        Assert.Equal(1, await CountRowsAsync("KeyIndex"));
        Assert.Equal(2, await CountRowsAsync("NicknameIndex"));
    }

    [Fact]
    public async Task SeveralMapsIntoOneIndexAddUpAndTheLastMapOfADescriptionCounts()
    {
        Register<Note>(context => context.For<NicknameIndex>().Map(_ => new NicknameIndex { Nickname = "first provider" }));
        Register<Note>(context =>
        {
            context.For<NicknameIndex>().Map(_ => new NicknameIndex { Nickname = "second provider" });
            var description = context.For<NicknameIndex>();
            description.Map(_ => new NicknameIndex { Nickname = "replaced" });
            description.Map(_ => new NicknameIndex { Nickname = "replacement" });
        });
        await StoredAsync(new Note { Text = "a" });

        await using var session = Store.CreateSession();
        var rows = await session.QueryIndex<NicknameIndex>().OrderBy(row => row.Id).ListAsync();
        Assert.Equal(["first provider", "second provider", "replacement"], rows.Select(row => row.Nickname));
    }

    [Fact]
    public async Task AnUpdateReplacesTheRows()
    {
        var person = await StoredAsync(new Person { Name = "Ann", Nicknames = ["a", "b", "c"] });
        await ChangeElsewhereAsync(person.Id, stored => stored.Nicknames = ["d"]);

        await using var session = Store.CreateSession();
        var row = (await session.QueryIndex<NicknameIndex>().ListAsync()).Single();
        Assert.Equal(("d", 4), (row.Nickname, row.Id));
    }

    [Fact]
    public async Task WhenDecidesByWhatWasStoredAndByWhatIsNow()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        Assert.Equal(0, await CountRowsAsync("KeyIndex"));
        Sql.Clear();

        await ChangeElsewhereAsync(id, person => person.Key = "k", checkConcurrency: false);
        Assert.Equal(1, await CountRowsAsync("KeyIndex"));
        Assert.DoesNotContain("delete from KeyIndex", Sql.Last, StringComparison.Ordinal);

        await ChangeElsewhereAsync(id, person => person.Key = null, checkConcurrency: false);
        Assert.Equal(0, await CountRowsAsync("KeyIndex"));
        Assert.Contains("delete from KeyIndex", Sql.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProviderForABaseTypeBreaksTheDerivedOnes()
    {
        Register<Base>(context => context.For<KeyIndex>().Map(_ => new KeyIndex()));
        await StoredAsync(new Base());
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Derived());

        await Assert.ThrowsAsync<InvalidCastException>(() => session.FlushAsync());
    }

    [Fact]
    public async Task EveryPublicPropertyNeedsAColumn()
    {
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<WideIndex>(table => table.Column<string>("Value")));
        Register<Note>(context => context.For<WideIndex>().Map(note => new WideIndex { Value = note.Text }));

        await Assert.ThrowsAnyAsync<DbException>(() => StoredAsync(new Note { Text = "a" }));

        await AlterAsync(schema => schema.AlterIndexTableAsync<WideIndex>(table => table.AddColumn<string>("Computed")));
        await StoredAsync(new Note { Text = "b" });
        Assert.Equal(1, await CountRowsAsync("WideIndex"));
    }

    [Fact]
    public async Task AnIndexRegisteredLateIsNotSeenByTypesThatWereSavedBefore()
    {
        await StoredAsync(new Note { Text = "a" });
        Register<Note>(context => context.For<KeyIndex>().Map(note => new KeyIndex { Key = note.Text }));
        await StoredAsync(new Note { Text = "b" });

        Assert.Equal(0, await CountRowsAsync("KeyIndex"));
    }

    [Fact]
    public async Task TheDocumentSaysItsTypeAndHoldsJson()
    {
        await StoredAsync(new Person { Name = "Änn", Level = Level.High });
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Table("Document")}";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        Assert.Equal("Platform.Tests.YesSql.Person, Platform.Tests", reader["Type"]);
        Assert.Equal(
            """{"Id":1,"Name":"\u00C4nn","Age":0,"Active":false,"Born":"2000-01-01T00:00:00Z","Level":2,"Nicknames":[]}""",
            reader["Content"]);
        Assert.Equal(1L, reader["Version"]);
    }

    [Fact]
    public async Task AStoreKnowsATypeByNameOnlyAfterItHasMetIt()
    {
        await StoredAsync(new Person { Name = "Ann" });
        using var store = await NewStoreAsync();
        store.RegisterIndexes([new PersonIndexes()]);

        await using (var session = store.CreateSession())
        {
            await Assert.ThrowsAsync<KeyNotFoundException>(() => session.Query<object, PersonIndex>().ListAsync());
        }

        await using (var session = store.CreateSession())
        {
            await session.Query<Person>().CountAsync();
            Assert.IsType<Person>((await session.Query<object, PersonIndex>().ListAsync()).Single());
        }
    }

    [Fact]
    public void AProviderNamesItsTypeAndItsCollection()
    {
        var provider = new PersonIndexes { CollectionName = Collection };

        Assert.Equal(typeof(Person), provider.ForType());
        Assert.Equal(Collection, provider.CollectionName);
    }

    [Fact]
    public async Task AStoreTellsTheIndexesOfAType()
    {
        Register<Note>(context =>
        {
            context.For<KeyIndex>().Map(note => new KeyIndex { Key = note.Text });
            context.For<NicknameIndex>().When(note => note.Text == "a").Map(note => new[] { new NicknameIndex { Nickname = note.Text }, null }.AsEnumerable());
        });
        var described = Store.Describe(typeof(Note), "").ToList();

        Assert.Equal([typeof(KeyIndex), typeof(NicknameIndex)], described.Select(index => index.IndexType));
        Assert.Null(described[0].Filter);
        Assert.Equal((true, false), (described[1].Filter(new Note { Text = "a" }), described[1].Filter(new Note { Text = "b" })));
        Assert.All(described, index => Assert.Null(index.Reduce));
        Assert.Equal("a", Assert.IsType<KeyIndex>(Assert.Single(await described[0].Map(new Note { Text = "a" }, CancellationToken.None))).Key);
        Assert.Equal(2, (await described[1].Map(new Note { Text = "a" }, CancellationToken.None)).Count());
        Assert.Empty(Store.Describe(typeof(Note), Collection));
        Assert.Empty(Store.Describe(typeof(Base), ""));
    }

    [Fact]
    public async Task ASessionHasIndexesOfItsOwn()
    {
        Assert.Empty(Store.Describe(typeof(Note), ""));

        await using (var session = Store.CreateSession())
        {
            session.RegisterIndexes([new Indexes<Note>(context => context.For<KeyIndex>().Map(note => new KeyIndex { Key = note.Text }))]);
            await session.SaveAsync(new Note { Text = "with" });
            await session.SaveChangesAsync();
        }

        await StoredAsync(new Note { Text = "without" });

        Assert.Equal(1, await CountRowsAsync("KeyIndex"));
        Assert.Empty(Store.Describe(typeof(Note), ""));
    }

    [Fact]
    public void ADescriptionTellsWhatItWasToldForItsType()
    {
        var context = new DescribeContext<Note>();
        context.For<KeyIndex>().Map(note => new KeyIndex { Key = note.Text });

        Assert.Equal(typeof(KeyIndex), Assert.Single(context.Describe(typeof(Note))).IndexType);
        Assert.Single(context.Describe());
        Assert.Empty(context.Describe(typeof(Person)));
    }

    [Fact]
    public void TypesHaveNames()
    {
        var name = Store.TypeNames[typeof(Note)];

        Assert.Equal("Platform.Tests.YesSql.Note, Platform.Tests", name);
        Assert.Equal(typeof(Note), Store.TypeNames[name]);
    }

    [Fact]
    public void ADialectMakesValuesThatItsDriverTakes()
    {
        var dialect = Store.Configuration.SqlDialect;

        Assert.Null(dialect.TryConvert(null));
        Assert.Equal("text", dialect.TryConvert("text"));
        Assert.Equal(1, Convert.ToInt32(dialect.TryConvert(Level.Middle), CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeKind.Utc, Assert.IsType<DateTime>(dialect.TryConvert(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc))).Kind);
    }

    private void Register<T>(Action<DescribeContext<T>> describe) => Store.RegisterIndexes([new Indexes<T>(describe)]);

    public class Base
    {
        public long Id { get; set; }
    }

    public sealed class Derived : Base;

    public sealed class WideIndex : MapIndex
    {
        public string Value { get; set; }

        public string Computed => Value + "!";
    }
}

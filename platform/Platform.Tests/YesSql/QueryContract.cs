using System.Data.Common;
using Npgsql;
using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

/// <summary>What queries find: paging, counting, joins, order.</summary>
public abstract class QueryContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAllAsync(
            new Person { Name = "Ann", Age = 1, Nicknames = ["x", "b"] },
            new Person { Name = "Bob", Age = 2, Nicknames = ["b", "c", "b"] },
            new Person { Name = "Cid", Age = 3, Nicknames = ["a"] });
    }

    [Fact]
    public async Task PagesFollowTheOrder()
    {
        await using var session = Store.CreateSession();
        IQuery<Person> Ordered() => session.Query<Person, PersonIndex>().OrderByDescending(row => row.Age);

        Assert.Equal(["Cid", "Bob", "Ann"], await NamesAsync(Ordered()));
        Assert.Equal(["Cid", "Bob"], await NamesAsync(Ordered().Take(2)));
        Assert.Equal(["Bob", "Ann"], await NamesAsync(Ordered().Skip(1)));
        Assert.Equal(["Bob"], await NamesAsync(Ordered().Skip(1).Take(1)));
        Assert.Equal(["Bob"], await NamesAsync(Ordered().NoDuplicates().Skip(1).Take(1)));
        Assert.Empty(await NamesAsync(Ordered().Take(0)));
    }

    [Fact]
    public async Task PagesWithoutAnOrderGoByTheId()
    {
        await using var session = Store.CreateSession();

        Assert.Equal(["Bob", "Cid"], await NamesAsync(session.Query<Person>().Skip(1).Take(2)));
        Assert.Equal(["Bob", "Cid"], (await session.QueryIndex<PersonIndex>().Skip(1).Take(2).ListAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task CountsIgnorePagesAndDuplicates()
    {
        await using var session = Store.CreateSession();

        Assert.Equal(3, await session.Query<Person, PersonIndex>().OrderBy(row => row.Age).Skip(1).Take(1).CountAsync());
        Assert.Equal(3, await session.QueryIndex<PersonIndex>().OrderBy(row => row.Age).Skip(1).Take(1).CountAsync());
        Assert.Equal(2, await session.Query<Person, NicknameIndex>(row => row.Nickname == "b").CountAsync());
        Assert.Equal(2, await session.Query<Person, NicknameIndex>(row => row.Nickname == "b").NoDuplicates().CountAsync());
        Assert.Equal(3, await session.QueryIndex<NicknameIndex>(row => row.Nickname == "b").CountAsync());
    }

    [Fact]
    public async Task ADocumentWithSeveralMatchingRowsComesOnceUnlessDuplicatesAreAllowed()
    {
        await using var session = Store.CreateSession();
        IQuery<Person> WithB() => session.Query<Person, NicknameIndex>(row => row.Nickname == "b").OrderBy(row => row.Position);

        Assert.Equal(["Ann", "Bob"], (await NamesAsync(WithB())).Order());
        Assert.Equal(["Bob", "Ann", "Bob"], await NamesAsync(WithB().NoDuplicates()));
    }

    [Fact]
    public async Task SeveralIndexesAreInnerJoins()
    {
        await using var session = Store.CreateSession();

        Assert.Equal(["Bob"], await NamesAsync(session.Query<Person>().With<PersonIndex>(row => row.Age > 1).With<NicknameIndex>(row => row.Nickname == "b")));
        Assert.Equal(["Bob"], await NamesAsync(session.Query<Person>().With<PersonIndex>(row => row.Age > 1).With<PersonIndex>(row => row.Age < 3)));
        Assert.Equal(
            ["Cid", "Bob"],
            await NamesAsync(session.Query<Person>().With<NicknameIndex>(row => row.Position == 0).With<PersonIndex>(row => row.Age > 1).OrderByDescending(row => row.Age)));
    }

    [Fact]
    public async Task OrderByStartsOverAndThenByGoesOn()
    {
        await using var session = Store.CreateSession();

        Assert.Equal(["Ann", "Bob", "Cid"], await NamesAsync(session.Query<Person, PersonIndex>().OrderByDescending(row => row.Name).OrderBy(row => row.Age)));
        Assert.Equal(["Cid", "Bob", "Ann"], await NamesAsync(session.Query<Person, PersonIndex>().OrderBy(row => row.Level).ThenByDescending(row => row.Age)));
        Assert.Equal(["Ann", "Bob", "Cid"], await NamesAsync(session.Query<Person, PersonIndex>().ThenBy(row => row.Age)));
        Assert.Equal(
            ["Cid", "Bob", "Ann"],
            (await session.QueryIndex<PersonIndex>().OrderBy(row => row.Level).ThenByDescending(row => row.Age).ListAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task OrderingDocumentsByABooleanFailsOnPostgresUnlessDuplicatesAreAllowed()
    {
        await using var session = Store.CreateSession();
        IQuery<Person> Ordered() => session.Query<Person, PersonIndex>().OrderBy(row => row.Active).ThenBy(row => row.Age);
        Assert.Equal(["Ann", "Bob", "Cid"], await NamesAsync(Ordered().NoDuplicates()));

        if (IsPostgres)
        {
            // max(boolean) does not exist
            var exception = await Assert.ThrowsAsync<PostgresException>(() => NamesAsync(Ordered()));
            Assert.Equal(PostgresErrorCodes.UndefinedFunction, exception.SqlState);
        }
        else
        {
            Assert.Equal(["Ann", "Bob", "Cid"], await NamesAsync(Ordered()));
        }
    }

    [Fact]
    public async Task SeveralConditionsMustAllHold()
    {
        await using var session = Store.CreateSession();

        Assert.Equal(["Bob"], await NamesAsync(session.Query<Person, PersonIndex>(row => row.Age > 1).Where(row => row.Age < 4).Where(row => row.Name != "Cid")));
        Assert.Equal(["Bob"], (await session.QueryIndex<PersonIndex>(row => row.Age > 1).Where(row => row.Age < 3).ListAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task ASqlConditionTakesParameters()
    {
        await using var session = Store.CreateSession();

        Assert.Equal(
            ["Bob", "Cid"],
            await NamesAsync(session.Query<Person, PersonIndex>().Where(dialect => dialect.QuoteForColumnName("Age") + " >= @age").WithParameter("age", 2).OrderBy(row => row.Age)));
        Assert.Equal(
            ["Bob"],
            (await session.QueryIndex<PersonIndex>()
                .Where(dialect => $"({dialect.QuoteForColumnName("Age")}, {dialect.QuoteForColumnName("Id")}) > (@age, @id)")
                .WithParameter("age", 1)
                .WithParameter("@id", 1)
                .OrderBy(row => row.Age)
                .Take(1)
                .ListAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task AnOrInASqlConditionIsNotSetInParentheses()
    {
        await using var session = Store.CreateSession();

        // (age < 3 and age = 1) or age = 3
        Assert.Equal(
            ["Ann", "Cid"],
            (await session.QueryIndex<PersonIndex>(row => row.Age < 3)
                .Where(dialect => $"{dialect.QuoteForColumnName("Age")} = 1 or {dialect.QuoteForColumnName("Age")} = 3")
                .OrderBy(row => row.Age)
                .ListAsync()).Select(row => row.Name));
    }

    [Fact]
    public async Task TheTypeIsExactAndOnlyQueryOfTAsksForIt()
    {
        await StoredAsync(new Note());
        await StoredAsync(new Letter());
        await using var session = Store.CreateSession();

        Assert.IsType<Note>((await session.Query<Note>().ListAsync()).Single());
        Assert.IsType<Letter>((await session.Query<Letter>().ListAsync()).Single());
        Assert.Equal(2, (await session.Query().For<Note>(filterType: false).ListAsync()).Count());
        Assert.Equal(5, await session.Query().For<Note>(filterType: false).CountAsync());
        Assert.Equal(0, await session.Query<object>().CountAsync());
        Assert.Contains("Document.Type = @Type", Sql.Last, StringComparison.Ordinal);

        await session.Query<Person, PersonIndex>().CountAsync();
        Assert.DoesNotContain("@Type", Sql.Last, StringComparison.Ordinal);
        await session.Query<Person, PersonIndex>(filterType: true).CountAsync();
        Assert.Contains("@Type", Sql.Last, StringComparison.Ordinal);
        await session.Query<Person>().With<PersonIndex>().CountAsync();
        Assert.Contains("@Type", Sql.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstOrDefaultHonoursOrderAndSkip()
    {
        await using var session = Store.CreateSession();

        Assert.Equal("Cid", (await session.Query<Person, PersonIndex>().OrderByDescending(row => row.Age).FirstOrDefaultAsync()).Name);
        Assert.Equal("Bob", (await session.Query<Person, PersonIndex>().OrderByDescending(row => row.Age).Skip(1).FirstOrDefaultAsync()).Name);
        Assert.Equal("Bob", (await session.QueryIndex<PersonIndex>().OrderByDescending(row => row.Age).Skip(1).FirstOrDefaultAsync()).Name);
        Assert.Null(await session.Query<Person, PersonIndex>(row => row.Age == 99).FirstOrDefaultAsync());
        Assert.Null(await session.QueryIndex<PersonIndex>(row => row.Age == 99).FirstOrDefaultAsync());
    }

    [Fact]
    public async Task AQueryIsChangedByEveryCallOnIt()
    {
        await using var session = Store.CreateSession();
        var query = session.Query<Person, PersonIndex>(row => row.Age > 1);
        query.Where(row => row.Age < 3);

        Assert.Equal(["Bob"], await NamesAsync(query));
    }

    [Fact]
    public async Task ACountMayComeBeforeTheListButAListCanNotBeTakenTwice()
    {
        await using var session = Store.CreateSession();
        var query = session.Query<Person, PersonIndex>(row => row.Age > 1).OrderBy(row => row.Age).Take(1);

        Assert.Equal(2, await query.CountAsync());
        Assert.Equal(["Bob"], await NamesAsync(query));
        await Assert.ThrowsAnyAsync<Exception>(() => NamesAsync(query));
    }

    [Fact]
    public async Task AnUnknownIndexTableIsAnErrorOfTheDatabase()
    {
        await using var session = Store.CreateSession();

        await Assert.ThrowsAnyAsync<DbException>(() => session.QueryIndex<UnknownIndex>().ListAsync());
    }

    private static async Task<string[]> NamesAsync(IQuery<Person> query)
        => [.. (await query.ListAsync()).Select(person => person.Name)];

    public sealed class UnknownIndex : global::YesSql.Indexes.MapIndex;
}

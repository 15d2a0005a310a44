using Platform.Tests.Databases;
using Xunit;
using YesSql;

namespace Platform.Tests.YesSql;

/// <summary>The shape of the SQL, where its cost or its meaning hangs on it.</summary>
public abstract class SqlShapeContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task DocumentsAreGroupedInASubqueryUnlessDuplicatesAreAllowed()
    {
        await using var session = Store.CreateSession();

        await session.Query<Person, PersonIndex>(row => row.Age > 1).OrderBy(row => row.Name).ThenByDescending(row => row.Age).Skip(5).Take(10).ListAsync();
        var (name, age) = IsPostgres ? ("MAX(PersonIndex_a1.Name)", "MAX(PersonIndex_a1.Age)") : ("PersonIndex_a1.Name", "PersonIndex_a1.Age");
        AssertSql(
            $"SELECT Document.* FROM Document INNER JOIN (SELECT Document.Id, {name} AS order_1, {age} AS order_N FROM Document "
            + "INNER JOIN PersonIndex AS PersonIndex_a1 ON PersonIndex_a1.DocumentId = Document.Id WHERE (PersonIndex_a1.Age > @p0) "
            + "GROUP BY Document.Id ORDER BY order_1, order_N DESC LIMIT 10 OFFSET 5) AS IndexQuery ON IndexQuery.Id = Document.Id "
            + "ORDER BY order_1, order_N DESC");

        await session.Query<Person, PersonIndex>(row => row.Age > 1).OrderBy(row => row.Name).ThenByDescending(row => row.Age).NoDuplicates().Skip(5).Take(10).ListAsync();
        AssertSql(
            "SELECT Document.* FROM Document INNER JOIN PersonIndex AS PersonIndex_a1 ON PersonIndex_a1.DocumentId = Document.Id "
            + "WHERE (PersonIndex_a1.Age > @p0) ORDER BY PersonIndex_a1.Name, PersonIndex_a1.Age DESC LIMIT 10 OFFSET 5");
    }

    [Fact]
    public async Task AListWithoutAnOrderIsGroupedToo()
    {
        await using var session = Store.CreateSession();

        await session.Query<Person>().ListAsync();
        AssertSql(
            "SELECT Document.* FROM Document INNER JOIN (SELECT Document.Id FROM Document WHERE Document.Type = @Type GROUP BY Document.Id) "
            + "AS IndexQuery ON IndexQuery.Id = Document.Id");

        await session.Query<Person>().NoDuplicates().Take(2).ListAsync();
        AssertSql("SELECT Document.* FROM Document WHERE Document.Type = @Type ORDER BY Document.Id LIMIT 2");
    }

    [Fact]
    public async Task FirstOrDefaultNeedsNoGroups()
    {
        await using var session = Store.CreateSession();

        await session.Query<Person, PersonIndex>().OrderByDescending(row => row.Age).FirstOrDefaultAsync();
        AssertSql(
            "SELECT Document.* FROM Document INNER JOIN PersonIndex AS PersonIndex_a1 ON PersonIndex_a1.DocumentId = Document.Id "
            + "ORDER BY PersonIndex_a1.Age DESC LIMIT 1");

        await session.Query<Person>().FirstOrDefaultAsync();
        AssertSql("SELECT Document.* FROM Document WHERE Document.Type = @Type LIMIT 1");
    }

    [Fact]
    public async Task CountsAreDistinctOnlyWhereAnIndexIsJoined()
    {
        await using var session = Store.CreateSession();

        await session.Query<Person>().CountAsync();
        AssertSql("SELECT count(*) FROM Document WHERE Document.Type = @Type");

        await session.Query<Person, PersonIndex>(row => row.Age > 1).NoDuplicates().CountAsync();
        AssertSql(
            "SELECT count(distinct Document.Id) FROM Document INNER JOIN PersonIndex AS PersonIndex_a1 ON PersonIndex_a1.DocumentId = Document.Id "
            + "WHERE (PersonIndex_a1.Age > @p0)");

        await session.QueryIndex<PersonIndex>(row => row.Age > 1).Take(1).CountAsync();
        AssertSql("SELECT count(*) FROM PersonIndex AS PersonIndex_a1 WHERE (PersonIndex_a1.Age > @p0)");
    }

    [Fact]
    public async Task AnIndexIsReadWithoutTheDocuments()
    {
        await using var session = Store.CreateSession();

        await session.QueryIndex<PersonIndex>(row => row.Age > 1).OrderBy(row => row.Name).Skip(1).Take(2).ListAsync();
        AssertSql("SELECT * FROM PersonIndex AS PersonIndex_a1 WHERE (PersonIndex_a1.Age > @p0) ORDER BY PersonIndex_a1.Name LIMIT 2 OFFSET 1");

        await session.QueryIndex<PersonIndex>().Take(2).ListAsync();
        AssertSql("SELECT * FROM PersonIndex AS PersonIndex_a1 ORDER BY PersonIndex_a1.Id LIMIT 2");

        await session.QueryIndex<PersonIndex>().FirstOrDefaultAsync();
        AssertSql("SELECT * FROM PersonIndex AS PersonIndex_a1 LIMIT 1");
    }

    [Fact]
    public async Task AFlushWritesDocumentsThenTakesAndPutsIndexRowsThenDeletesDocuments()
    {
        await StoreAllAsync(new Person { Name = "update" }, new Person { Name = "delete" });
        await using var session = Store.CreateSession();
        var people = (await session.Query<Person, PersonIndex>().OrderByDescending(row => row.Name).ListAsync()).ToList();
        await session.SaveAsync(new Person { Name = "insert" });
        await session.SaveAsync(people[0]);
        session.Delete(people[1]);
        Sql.Clear();

        await session.FlushAsync();

        Assert.StartsWith("select * from Document where Id", Sql.Statements[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "insert into Document", "delete from PersonIndex", "delete from NicknameIndex", "delete from PersonIndex",
                "delete from NicknameIndex", "insert into PersonIndex", "update Document", "insert into PersonIndex", "delete from Document",
            ],
            WordsOf(Sql.Last));
        Assert.Equal(2, Sql.Statements.Count);
    }

    [Fact]
    public async Task ACheckedUpdateIsACommandOfItsOwn()
    {
        var id = (await StoredAsync(new Person { Name = "Ann" })).Id;
        await using var session = Store.CreateSession();
        await session.SaveAsync(await session.GetAsync<Person>(id), checkConcurrency: true);
        Sql.Clear();

        await session.FlushAsync();

        Assert.Equal(2, Sql.Statements.Count);
        Assert.Equal(["delete from PersonIndex", "delete from NicknameIndex", "insert into PersonIndex"], WordsOf(Sql.Statements[0]));
        Assert.StartsWith("update Document set Content = @Content, Version = @Version where Id = @Id and Version = 1", Sql.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandsAreSentInPages()
    {
        Store.Configuration.CommandsPageSize = 4;
        await using var session = Store.CreateSession();

        for (var count = 0; count < 6; count++)
        {
            await session.SaveAsync(new Person());
        }

        Sql.Clear();
        await session.FlushAsync();

        Assert.Equal([4, 4, 4], Sql.Statements.Select(statement => WordsOf(statement).Length));
    }

    [Fact]
    public async Task GetAsyncReadsEvenWhatTheSessionAlreadyHas()
    {
        await StoreAllAsync(new Person(), new Person());
        await using var session = Store.CreateSession();
        await session.GetAsync<Person>([1, 2]);
        Sql.Clear();

        await session.GetAsync<Person>([1, 2]);

        Assert.StartsWith("select * from Document where Id", Assert.Single(Sql.Statements), StringComparison.Ordinal);
    }

    private static string[] WordsOf(string statements) =>
    [
        .. statements.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(statement => !statement.StartsWith("select", StringComparison.Ordinal))
            .Select(statement => string.Join(' ', statement.Split(' ').Take(statement.StartsWith("update", StringComparison.Ordinal) ? 2 : 3))),
    ];

    /// <summary>Compares with the last statement, by names and words alone.</summary>
    private void AssertSql(string expected)
    {
        var actual = Sql.Last.Replace("limit", "LIMIT", StringComparison.Ordinal).Replace("offset", "OFFSET", StringComparison.Ordinal);

        // the number of a second order differs by dialect and means nothing
        for (var number = 2; number < 9; number++)
        {
            actual = actual.Replace($"order_{number}", "order_N", StringComparison.Ordinal);
        }

        Assert.Equal(expected, actual);
    }
}

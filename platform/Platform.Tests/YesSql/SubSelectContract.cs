using System.Linq.Expressions;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Indexes;
using YesSql.Services;
using YesSql.Sql;

namespace Platform.Tests.YesSql;

/// <summary>Conditions on the rows of another index, by a sub-select. People are told apart by their ages.</summary>
public abstract class SubSelectContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AlterAsync(CreateFriendTableAsync);
        Store.RegisterIndexes([new FriendIndexes()]);
        await StoreAllAsync(
            new Person { Age = 1, Name = "a", Active = true, Nicknames = ["a", "b"] },
            new Person { Age = 2, Name = "b", Nicknames = ["b", "c"] },
            new Person { Age = 3, Name = "c", Active = true },
            new Person { Age = 4, Name = null });
    }

    [Fact]
    public async Task ADocumentIsFoundByTheRowsOfAnotherIndex()
    {
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b"), 1, 2);
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b" && name.Position == 0), 2);
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname.StartsWith('c')), 2);
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "nobody"));
        await FindsAsync(row => row.DocumentId.IsNotIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b"), 3, 4);
        await FindsAsync(row => row.DocumentId.IsNotIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "nobody"), 1, 2, 3, 4);
    }

    [Fact]
    public async Task ItStandsBesideOtherConditionsBeforeAndAfter()
    {
        await FindsAsync(row => row.Active && row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b"), 1);
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b") && row.Active, 1);
        await FindsAsync(row => row.Age == 4 || row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "c"), 2, 4);
        await FindsAsync(
            row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b")
                && row.DocumentId.IsNotIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "c"),
            1);
    }

    [Fact]
    public async Task ANullIsNeitherInNorNotIn()
    {
        await FindsAsync(row => row.Name.IsIn<NicknameOf>(name => name.Nickname, name => name.Position == 0), 1, 2);
        await FindsAsync(row => row.Name.IsNotIn<NicknameOf>(name => name.Nickname, name => name.Position == 0), 3);
    }

    [Fact]
    public async Task CapturedValuesInTheInnerConditionAreParameters()
    {
        var (nickname, position, model) = ("c", 1, new Model());

        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == nickname), 2);
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == model.Nickname), 1, 2);
        await FindsAsync(row => row.Age == position && row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == model.Nickname), 1);

        var quote = "'); DROP";
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == quote));
        Assert.DoesNotContain("DROP", Sql.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentsAreFoundAndCountedToo()
    {
        await using var session = Store.CreateSession();
        var nickname = "b";

        IQuery<Person, FriendIndex> Query() => session.Query<Person, FriendIndex>(
            row => row.Age > 0 && row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == nickname));

        Assert.Equal(["a", "b"], (await Query().OrderBy(row => row.Age).NoDuplicates().ListAsync()).Select(person => person.Name));
        Assert.Equal(["a", "b"], (await Query().OrderBy(row => row.Age).Take(10).ListAsync()).Select(person => person.Name));
        Assert.Equal(2, await Query().CountAsync());
    }

    [Fact]
    public async Task TheRowsAreThoseOfTheCollectionOfTheQuery()
    {
        await Store.InitializeCollectionAsync(Collection);
        await CreateTablesAsync(Store, Collection);
        await AlterAsync(schema => CreateFriendTableAsync(schema, Collection));
        Store.RegisterIndexes([new PersonIndexes(), new FriendIndexes()], Collection);

        await using var session = Store.CreateSession();
        await session.SaveAsync(new Person { Age = 9, Nicknames = ["b"] }, collection: Collection);

        var rows = await session.QueryIndex<FriendIndex>(
            row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "b"), Collection).ListAsync();

        Assert.Equal([9], rows.Select(row => row.Age));
    }

    [Fact]
    public async Task ItIsASelectInParentheses()
    {
        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => name.Nickname == "nobody"));
        Assert.Equal(
            "SELECT * FROM FriendIndex AS FriendIndex_a1 WHERE FriendIndex_a1.DocumentId IN "
            + "(SELECT NicknameOf_a1.DocumentId FROM NicknameOf AS NicknameOf_a1 WHERE (NicknameOf_a1.Nickname = @p0))",
            Sql.Last);

        await FindsAsync(row => row.DocumentId.IsNotIn<NicknameOf>(name => name.DocumentId, name => name.Nickname != null), 3, 4);
        Assert.Equal(
            "SELECT * FROM FriendIndex AS FriendIndex_a1 WHERE FriendIndex_a1.DocumentId NOT IN "
            + "(SELECT NicknameOf_a1.DocumentId FROM NicknameOf AS NicknameOf_a1 WHERE (NicknameOf_a1.Nickname IS NOT NULL))",
            Sql.Last);
    }

    [Fact]
    public async Task AMethodOfOnesOwnStandsForWhatItWrites()
    {
        var nickname = "b";
        DefaultQuery.MethodMappings = new(DefaultQuery.MethodMappings) { [((Func<long, bool, bool>)IsFirst).Method] = WriteFirst };

        await FindsAsync(row => row.DocumentId.IsIn<NicknameOf>(name => name.DocumentId, name => IsFirst(name.DocumentId, name.Nickname == nickname)), 1);
        Assert.Equal(
            "SELECT * FROM FriendIndex AS FriendIndex_a1 WHERE FriendIndex_a1.DocumentId IN "
            + "(SELECT NicknameOf_a1.DocumentId FROM NicknameOf AS NicknameOf_a1 "
            + "WHERE (NicknameOf_a1.Nickname = @p0) order by NicknameOf_a1.DocumentId limit 1)",
            Sql.Last);
    }

    [Fact]
    public void OutsideOfAQueryTheConditionIsFalse()
    {
        Assert.False(1.IsIn<NicknameOf>(name => name.DocumentId, name => true));
        Assert.False(1.IsNotIn<NicknameOf>(name => name.DocumentId, name => true));
    }

    private static bool IsFirst(long id, bool condition) => throw new NotSupportedException($"{id}, {condition}");

    private static void WriteFirst(DefaultQuery query, IStringBuilder sql, ISqlDialect dialect, MethodCallExpression call)
    {
        query.ConvertPredicate(sql, call.Arguments[1]);
        sql.Append(" order by ");
        query.ConvertFragment(sql, call.Arguments[0]);
        sql.Append(" limit 1");
    }

    private static Task CreateFriendTableAsync(ISchemaBuilder schema) => CreateFriendTableAsync(schema, collection: null);

    private static async Task CreateFriendTableAsync(ISchemaBuilder schema, string collection)
    {
        await schema.CreateMapIndexTableAsync<FriendIndex>(
            table => table.Column<string>("Name").Column<int>("Age").Column<bool>("Active"),
            collection);
        await schema.CreateMapIndexTableAsync<NicknameOf>(
            table => table.Column<string>("Nickname").Column<int>("Position"),
            collection);
    }

    private async Task FindsAsync(Expression<Func<FriendIndex, bool>> predicate, params int[] ages)
    {
        await using var session = Store.CreateSession();
        var rows = await session.QueryIndex(predicate).ListAsync();
        Assert.Equal(ages, rows.Select(row => row.Age).Order());
    }

    private sealed class Model
    {
        public string Nickname { get; } = "b";
    }

    /// <summary>Names its document, so that a lambda can say it.</summary>
    private sealed class FriendIndex : MapIndex
    {
        public long DocumentId { get; set; }

        public string Name { get; set; }

        public int Age { get; set; }

        public bool Active { get; set; }
    }

    private sealed class NicknameOf : MapIndex
    {
        public long DocumentId { get; set; }

        public string Nickname { get; set; }

        public int Position { get; set; }
    }

    private sealed class FriendIndexes : IndexProvider<Person>
    {
        public override void Describe(DescribeContext<Person> context)
        {
            context.For<FriendIndex>().Map(person => new FriendIndex { Name = person.Name, Age = person.Age, Active = person.Active });
            context.For<NicknameOf>().Map(person => person.Nicknames.Select((nickname, position) => new NicknameOf
            {
                Nickname = nickname,
                Position = position,
            }));
        }
    }
}

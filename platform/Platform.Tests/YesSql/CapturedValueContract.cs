using System.Linq.Expressions;
using Npgsql;
using Platform.Tests.Databases;
using Xunit;
using YesSql;

#pragma warning disable CA1304, CA1305, CA1309, CA1311, CA1847, CA1862, CA1866, MA0011 // the lambdas are what is tested

namespace Platform.Tests.YesSql;

/// <summary>
/// Values that a lambda takes from around it. Alone they are parameters; put together with a constant in the lambda they
/// become literals, and properties become null: compute such a value before the lambda.
/// </summary>
public abstract class CapturedValueContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private readonly int _field = 2;

    private int Property { get; } = 2;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAllAsync(
            new Person { Age = 1, Name = "Anna", Active = true },
            new Person { Age = 2, Name = "Bert" },
            new Person { Age = 3, Name = "carl", Active = true });
    }

    [Fact]
    public async Task ALoneValueIsAParameterWhereverItComesFrom()
    {
        var (age, model, ages) = (2, new Model(), new[] { 2 });
        Model none = null;

        await FindsAsync(row => row.Age == age, 2);
        await FindsAsync(row => row.Age == _field, 2);
        await FindsAsync(row => row.Age == Property, 2);
        await FindsAsync(row => row.Age == model.Page, 2);
        await FindsAsync(row => row.Age == model.Inner.Page, 2);
        await FindsAsync(row => row.Age == Model.Shared, 2);
        await FindsAsync(row => row.Age == ages[0], 2);
        await FindsAsync(row => row.Age == ages.Length, 1);
        await FindsAsync(row => row.Age == Math.Max(age, 1), 2);
        await FindsAsync(row => row.Age == (age == 2 ? 3 : 4), 3);
        await FindsAsync(row => row.Name == (model.Missing ?? "Bert"), 2);
        await FindsAsync(row => row.Name == model.Name.Trim(), 1);
        await FindsAsync(row => row.Active == model.Yes, 1, 3);
        await FindsAsync(row => row.Name.StartsWith(model.Name), 1);
        await FindsAsync(row => row.Name == none.Name);
    }

    [Fact]
    public async Task TheValueIsTakenWhenTheConditionIsAdded()
    {
        await using var session = Store.CreateSession();
        var age = 1;
        var query = session.QueryIndex<PersonIndex>(row => row.Age == age);
        age = 2;

        Assert.Equal([1], (await query.ListAsync()).Select(row => row.Age));
    }

    [Fact]
    public async Task ValuesComputedFromSeveralCapturedOnesAreParameters()
    {
        var (one, two, an, na) = (1, 2, "An", "na");

        await FindsAsync(row => row.Age == one + two, 3);
        await FindsAsync(row => row.Age == (one + two) * 1, 3);
        await FindsAsync(row => row.Age == two - (one - 1), 2);
        await FindsAsync(row => row.Age == one % 2, 1);
        await FindsAsync(row => row.Age == -one);
        await FindsAsync(row => row.Name == an + na, 1);
        await FindsAsync(row => row.Name == $"{an}{na}", 1);
        await FindsAsync(row => row.Name == an.Trim() + "na", 1);
    }

    [Fact]
    public async Task ALocalOrAFieldBesideAConstantIsALiteral()
    {
        var two = 2;
        var model = new Model();

        await FindsAsync(row => row.Age == two + 1, 3);
        await FindsAsync(row => row.Age == 1 + two, 3);
        await FindsAsync(row => row.Age == _field - 1, 1);
        await FindsAsync(row => row.Age == model.Field + 1, 3);
        await FindsAsync(row => row.Age == model.Inner.Field + 1, 3);
        await FindsAsync(row => two == 2 && row.Age == 1, 1);
        await FindsAsync(row => two == 3 || row.Age == 1, 1);

        // without parentheses: age * 2 + 1
        await FindsAsync(row => row.Age * (two + 1) == 3, 1);
    }

    [Fact]
    public async Task APropertyBesideAConstantIsNull()
    {
        var (model, list, name) = (new Model(), new List<int> { 1, 2 }, "ab");
        int? two = 2;

        await FindsAsync(row => row.Age == model.Page + 1);
        await FindsAsync(row => row.Age == Property + 1);
        await FindsAsync(row => row.Age == Model.Shared + 1);
        await FindsAsync(row => row.Age == list.Count + 1);
        await FindsAsync(row => row.Age == name.Length + 1);
        await FindsAsync(row => row.Age == two.Value + 1);
        await FindsAsync(row => list.Count > 0 && row.Age == 1);
        await FindsAsync(row => model.Name == "An" || row.Age == 1, 1);
    }

    [Fact]
    public async Task ACapturedBooleanPropertyIsNullToo()
    {
        var (model, yes) = (new Model(), true);

        await FindsAsync(row => yes && row.Age == 1, 1);
        await FindsAsync(row => !yes || row.Age == 1, 1);
        await FindsAsync(row => model.Yes && row.Age == 1);
        await FindsAsync(row => !model.Yes || row.Age == 1, 1);

        // computed as a whole, where no column is in it
        await FindsAsync(row => (model.Yes && model.Page == 2) && row.Age == 1, 1);
        await FindsAsync(row => !(model.Page == 2) || row.Age == 1, 1);
        await FindsAsync(row => string.IsNullOrEmpty(model.Name) || row.Age == 1, 1);
    }

    [Fact]
    public async Task AnOptionalFilterInTheLambdaFindsNothing()
    {
        var name = "Anna";

        await FindsAsync(row => name == null || row.Name == name, 1);
        await FindsAsync(row => name != null && row.Name == name);
    }

    [Fact]
    public async Task TextBesideAConstantIsAddedAsIfItWereANumber()
    {
        var (an, quote) = ("An", "x'");

        foreach (var predicate in (Expression<Func<PersonIndex, bool>>[])
            [row => row.Name == an + "na", row => row.Name.StartsWith(an + "n"), row => row.Name == "An" + an, row => row.Name == quote + "y"])
        {
            if (IsPostgres)
            {
                var exception = await Assert.ThrowsAsync<PostgresException>(() => FindsAsync(predicate));
                Assert.Equal(PostgresErrorCodes.UndefinedFunction, exception.SqlState);
            }
            else
            {
                await FindsAsync(predicate);
            }
        }
    }

    [Fact]
    public async Task ANullableOrEnumValueBesideAConstantIsAParameter()
    {
        int? two = 2;
        var level = Level.Low;

        await FindsAsync(row => row.Age == two + 1, 3);
        await FindsAsync(row => level == Level.Low && row.Age == 1, 1);
        await FindsAsync(row => level == Level.High && row.Age == 1);
    }

    [Fact]
    public async Task AddingADurationToADateFailsOnPostgresWhereItIsACall()
    {
        var (born, day) = (new DateTime(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromDays(1));

        await FindsAsync(row => row.Born > born + day, 1, 2, 3);

        if (IsPostgres)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => FindsAsync(row => row.Born > born.Add(day)));
        }
        else
        {
            await FindsAsync(row => row.Born > born.Add(day), 1, 2, 3);
        }
    }

    private async Task FindsAsync(Expression<Func<PersonIndex, bool>> predicate, params int[] ages)
    {
        await using var session = Store.CreateSession();
        var rows = await session.QueryIndex(predicate).ListAsync();
        Assert.Equal(ages, rows.Select(row => row.Age).Order());
    }

    private sealed class Model
    {
        public readonly int Field = 2;

        public static int Shared { get; } = 2;

        public int Page { get; } = 2;

        public bool Yes { get; } = true;

        public string Name { get; } = "Anna";

        public string Missing { get; }

        public Model Inner => this;
    }
}

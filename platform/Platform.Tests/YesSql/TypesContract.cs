using System.Data;
using System.Reflection;
using Dapper;
using Npgsql;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Indexes;
using YesSql.Services;
using YesSql.Sql;

namespace Platform.Tests.YesSql;

/// <summary>What the types of index columns make of their values.</summary>
public abstract class TypesContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateTime Noon = new DateTime(2024, 2, 29, 12, 0, 0, 123, DateTimeKind.Utc).AddTicks(4567);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<ValueIndex>(table =>
        {
            foreach (var property in typeof(ValueIndex).GetProperties().Where(property => property.Name != "Id"))
            {
                table.Column(property.Name, property.PropertyType);
            }
        }));
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<AmountIndex>(table => table.Column<decimal>("Amount")));
        Store.RegisterIndexes([
            new Indexes<Values>(context => context.For<ValueIndex>().Map(values => values.Row.Copy())),
            new Indexes<Money>(context => context.For<AmountIndex>().Map(money => new AmountIndex { Amount = money.Amount })),
        ]);
    }

    [Fact]
    public async Task ValuesComeBackAsTheyWent()
    {
        var values = new ValueIndex
        {
            Text = "é'\"\\\n",
            Number = int.MinValue,
            Large = long.MaxValue,
            LargeOrNull = 5,
            Small = -3,
            Tiny = 200,
            Flag = true,
            FlagOrNull = false,
            Level = Level.High,
            LevelOrNull = Level.Middle,
            Guid = Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890"),
            GuidOrNull = Guid.Empty,
            Double = 1.1,
            Float = 2.2f,
            Letter = 'x',
        };
        await StoreAsync(values);

        var row = await RowAsync();
        foreach (var property in typeof(ValueIndex).GetProperties().Where(property => property.Name != "Id" && !property.Name.Contains("Date", StringComparison.Ordinal)))
        {
            Assert.Equal(property.GetValue(values), property.GetValue(row));
        }
    }

    [Fact]
    public async Task NullsComeBackAsNulls()
    {
        await StoreAsync(new ValueIndex { Letter = 'x' });

        var row = await RowAsync();
        Assert.Null(row.Text);
        Assert.Null(row.LargeOrNull);
        Assert.Null(row.FlagOrNull);
        Assert.Null(row.LevelOrNull);
        Assert.Null(row.GuidOrNull);
        Assert.Null(row.DateOrNull);
        Assert.Equal((default, default), (row.Date, row.Guid));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task ADateIsStoredAsTheClockShowsItAndComesBackWithoutAKind(DateTimeKind kind)
    {
        var date = DateTime.SpecifyKind(Noon, kind);
        await StoreAsync(new ValueIndex { Date = date, DateOrNull = date, Letter = 'x' });

        // PostgreSQL keeps microseconds
        var expected = IsPostgres ? Noon.AddTicks(-7) : Noon;
        var row = await RowAsync();
        Assert.Equal((expected, DateTimeKind.Unspecified), (row.Date, row.Date.Kind));
        Assert.Equal((expected, DateTimeKind.Unspecified), (row.DateOrNull.Value, row.DateOrNull.Value.Kind));

        foreach (var other in Enum.GetValues<DateTimeKind>())
        {
            var sought = DateTime.SpecifyKind(Noon, other);
            await using var session = Store.CreateSession();
            Assert.Equal(1, await session.QueryIndex<ValueIndex>(found => found.Date == sought).CountAsync());
            Assert.Equal(1, await session.QueryIndex<ValueIndex>(found => found.Date.IsIn(new[] { sought, DateTime.MinValue })).CountAsync());
        }
    }

    [Fact]
    public async Task ADateInADocumentIsUtc()
    {
        await StoreAsync(new ValueIndex { Date = Noon, Letter = 'x' });
        await using var session = Store.CreateSession();
        var row = (await session.Query<Values>().FirstOrDefaultAsync()).Row;

        Assert.Equal((Noon, DateTimeKind.Utc), (row.Date, row.Date.Kind));
    }

    [Fact]
    public async Task ADateWithAnOffsetIsStoredInUtc()
    {
        var date = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.FromHours(5));
        await StoreAsync(new ValueIndex { DateWithOffset = date, Letter = 'x' });
        await using var session = Store.CreateSession();

        Assert.Equal(1, await session.QueryIndex<ValueIndex>(row => row.DateWithOffset == date).CountAsync());
        var utc = date.ToUniversalTime();
        Assert.Equal(1, await session.QueryIndex<ValueIndex>(row => row.DateWithOffset == utc).CountAsync());

        // a captured value is converted before a method is called on it
        Assert.Throws<TargetException>(() => session.QueryIndex<ValueIndex>(row => row.DateWithOffset == date.ToUniversalTime()));

        // SQLite's text has no offset, and is read as local time: right only where the machine keeps UTC
        var expected = IsPostgres ? date : new DateTimeOffset(DateTime.SpecifyKind(date.UtcDateTime, DateTimeKind.Local));
        Assert.Equal(expected.UtcDateTime, (await RowAsync()).DateWithOffset.UtcDateTime);
    }

    [Fact]
    public async Task LambdasFindThem()
    {
        var guid = Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890");
        await StoreAsync(new ValueIndex { Guid = guid, LargeOrNull = 7, Level = Level.High, Flag = true, Letter = 'x' });
        await using var session = Store.CreateSession();

        Assert.Equal(1, await session.QueryIndex<ValueIndex>(row => row.Guid == guid).CountAsync());
        Assert.Equal(1, await session.QueryIndex<ValueIndex>(row => row.Guid.IsIn(new[] { guid, Guid.Empty })).CountAsync());
        Assert.Equal(1, await session.QueryIndex<ValueIndex>(row => row.LargeOrNull == 7 && row.Level == Level.High && row.Flag).CountAsync());
    }

    [Fact]
    public async Task ACharacterCanNotBeComparedInALambdaWhereItIsANumber()
    {
        await StoreAsync(new ValueIndex { Letter = 'x' });
        await using var session = Store.CreateSession();
        var query = session.QueryIndex<ValueIndex>(row => row.Letter == 'x');

        if (IsPostgres)
        {
            await Assert.ThrowsAsync<PostgresException>(() => query.CountAsync());
        }
        else
        {
            Assert.Equal(0, await query.CountAsync());
        }
    }

    [Fact]
    public async Task ParametersOfSqlConditionsAreNotConverted()
    {
        await StoreAsync(new ValueIndex { Date = Noon, Flag = true, Level = Level.High, Guid = Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890"), Letter = 'x' });

        Assert.Equal(1, await CountAsync("Flag", "=", true));
        Assert.Equal(1, await CountAsync("Level", "=", Level.High));
        Assert.Equal(1, await CountAsync("Guid", "=", Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890")));
        Assert.Equal(1, await CountAsync("Date", ">", DateTime.SpecifyKind(Noon.AddDays(-1), DateTimeKind.Unspecified)));
    }

    [Fact]
    public async Task AWholeDecimalBreaksTheReadingOfAnIndexOnSqlite()
    {
        await StoredAsync(new Money { Amount = 1.5m });
        await StoredAsync(new Money { Amount = 2m });
        await using var session = Store.CreateSession();
        Assert.Equal(2, await session.QueryIndex<AmountIndex>(row => row.Amount > 1.25m).CountAsync());

        if (IsPostgres)
        {
            Assert.Equal([1.5m, 2m], (await session.QueryIndex<AmountIndex>().ListAsync()).Select(row => row.Amount));
        }
        else
        {
            await Assert.ThrowsAsync<DataException>(() => session.QueryIndex<AmountIndex>().ListAsync());
        }
    }

    [Fact]
    public async Task RawReadersSeeTheTypesOfTheDatabase()
    {
        await StoreAsync(new ValueIndex { Guid = Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890"), Flag = true, Level = Level.High, Letter = 'x' });
        await using var connection = await OpenAsync();
        var row = (IDictionary<string, object>)(await connection.QueryAsync($"SELECT * FROM {Table("ValueIndex")}")).Single();

        object[] expected = IsPostgres
            ? [Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890"), true, 2, 1]
            : ["ABCDEF12-3456-7890-ABCD-EF1234567890", 1L, 2L, 1L];
        Assert.Equal(expected, ((string[])["Guid", "Flag", "Level", "DocumentId"]).Select(name => row[name]));
    }

    private Task StoreAsync(ValueIndex row) => StoredAsync(new Values { Row = row });

    private async Task<ValueIndex> RowAsync()
    {
        await using var session = Store.CreateSession();
        return await session.QueryIndex<ValueIndex>().FirstOrDefaultAsync();
    }

    private async Task<int> CountAsync(string column, string comparison, object value)
    {
        await using var session = Store.CreateSession();
        return await session.QueryIndex<ValueIndex>().Where(dialect => $"{dialect.QuoteForColumnName(column)} {comparison} @value").WithParameter("value", value).CountAsync();
    }

    public class ValueIndex : MapIndex
    {
        public string Text { get; set; }

        public int Number { get; set; }

        public long Large { get; set; }

        public long? LargeOrNull { get; set; }

        public short Small { get; set; }

        public byte Tiny { get; set; }

        public bool Flag { get; set; }

        public bool? FlagOrNull { get; set; }

        public Level Level { get; set; }

        public Level? LevelOrNull { get; set; }

        public Guid Guid { get; set; }

        public Guid? GuidOrNull { get; set; }

        public double Double { get; set; }

        public float Float { get; set; }

        public char Letter { get; set; }

        public DateTime Date { get; set; }

        public DateTime? DateOrNull { get; set; }

        public DateTimeOffset DateWithOffset { get; set; }

        public ValueIndex Copy() => (ValueIndex)MemberwiseClone();
    }

    public sealed class AmountIndex : MapIndex
    {
        public decimal Amount { get; set; }
    }

    public sealed class Money
    {
        public long Id { get; set; }

        public decimal Amount { get; set; }
    }

    public sealed class Values
    {
        public long Id { get; set; }

        public ValueIndex Row { get; set; }
    }
}

using System.Data;
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
public abstract class TypesContract<TDatabase> : ValueContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
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
        await StoreAsync(new ValueIndex { Flag = true, Level = Level.High, Guid = Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890"), Letter = 'x' });

        Assert.Equal(1, await CountAsync("Flag", "=", true));
        Assert.Equal(1, await CountAsync("Level", "=", Level.High));
        Assert.Equal(1, await CountAsync("Guid", "=", Guid.Parse("ABCDEF12-3456-7890-abcd-ef1234567890")));
    }

    [Fact]
    public async Task AWholeDecimalBreaksTheReadingOfAnIndexOnSqlite()
    {
        await AlterAsync(schema => schema.CreateMapIndexTableAsync<AmountIndex>(table => table.Column<decimal>("Amount")));
        Store.RegisterIndexes([new Indexes<Money>(context => context.For<AmountIndex>().Map(money => new AmountIndex { Amount = money.Amount }))]);
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

    private async Task<int> CountAsync(string column, string comparison, object value)
    {
        await using var session = Store.CreateSession();
        return await session.QueryIndex<ValueIndex>().Where(dialect => $"{dialect.QuoteForColumnName(column)} {comparison} @value").WithParameter("value", value).CountAsync();
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
}

using System.Reflection;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Provider.PostgreSql;
using YesSql.Services;

namespace Platform.Tests.YesSql;

/// <summary>Dates, and what becomes of their kinds.</summary>
public abstract class DatesContract<TDatabase> : ValueContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateTime Noon = new DateTime(2024, 2, 29, 12, 0, 0, 123, DateTimeKind.Utc).AddTicks(4567);

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
    public async Task OnPostgresTheTimeZoneOfTheConnectionShiftsTheDatesThatAreReadBack()
    {
        Assert.SkipUnless(IsPostgres, "SQLite has no time zones.");
        await StoreAsync(new ValueIndex { Date = Noon, Letter = 'x' });

        using var store = StoreFactory.Create(Database.Configure(new Configuration())
            .UsePostgreSql(Database.ConnectionString + ";Timezone=Asia/Tokyo", Store.Configuration.IsolationLevel));
        await store.InitializeAsync();
        store.RegisterIndexes([new ValueIndexes()]);
        await using var session = store.CreateSession();
        await session.SaveAsync(new Values { Row = new ValueIndex { Date = Noon, Letter = 'y' } });
        await session.SaveChangesAsync();

        var date = Noon;
        var row = await session.QueryIndex<ValueIndex>(found => found.Date == date).FirstOrDefaultAsync();
        Assert.Equal(('y', Noon.AddHours(9).AddTicks(-7)), (row.Letter, row.Date));

        // what was read does not find its own row
        date = row.Date;
        Assert.Equal(0, await session.QueryIndex<ValueIndex>(found => found.Date == date).CountAsync());
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
}

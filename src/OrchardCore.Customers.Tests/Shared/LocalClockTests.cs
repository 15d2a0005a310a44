using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Shared;

public sealed class LocalClockTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private static readonly DateTime Moment = new(2024, 5, 1, 12, 30, 0, DateTimeKind.Utc);

    private TestSite Site => fixture.Site;

    public static TheoryData<DateTime> Stored => [Moment, DateTime.SpecifyKind(Moment, DateTimeKind.Unspecified), Moment.ToLocalTime()];

    [Theory, MemberData(nameof(Stored))]
    public async Task AStoredMomentIsTheSameWhateverItsKind(DateTime stored)
    {
        var local = await Site.InScopeAsync(services => services.GetRequiredService<ILocalClock>().ToSiteZoneAsync(stored));

        Assert.Equal(Moment, local.UtcDateTime);
    }

    /// <summary>In Auckland, where the sites of these tests stand, clocks go back on 5 April 2026 and forward on 27 September.</summary>
    [Theory]
    [InlineData(1, 15, "2026-01-15T11:00:00")]
    [InlineData(4, 4, "2026-04-04T11:00:00")]
    [InlineData(4, 5, "2026-04-05T12:00:00")]
    [InlineData(7, 31, "2026-07-31T12:00:00")]
    [InlineData(9, 26, "2026-09-26T12:00:00")]
    [InlineData(9, 27, "2026-09-27T11:00:00")]
    public async Task ADayEndsWhereTheSiteIs(int month, int day, string utc)
    {
        var date = new DateOnly(2026, month, day);

        var (end, last) = await Site.InScopeAsync(async services =>
        {
            var clock = services.GetRequiredService<ILocalClock>();
            var end = await clock.EndOfDayAsync(date);

            return (end, await clock.LastDayAsync(end));
        });

        Assert.Equal((utc, date), (end.ToString("s", CultureInfo.InvariantCulture), last));
    }
}

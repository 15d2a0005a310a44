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
}

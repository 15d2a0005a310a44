#nullable enable

using Microsoft.Extensions.Logging;
using Platform.Tests.Databases;
using Xunit;

namespace Platform.Tests.Hosting;

/// <summary>What a site has to do with the test that runs. The benchmark starts sites without it.</summary>
public sealed partial class TestSite
{
    static partial void SkipWithout(TestSiteDatabase database)
        => Assert.SkipWhen(database == TestSiteDatabase.Postgres && PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");

    static partial void AddLog(ILoggingBuilder logging) => logging.AddProvider(new TestLog());
}

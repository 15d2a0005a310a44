using System.Diagnostics;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Databases;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>How long the SampleHost takes from the start of its process until it says that it is ready: with its set-up, and again.</summary>
internal sealed class StartSuite : IBenchSuite
{
    private const string Tenant = "OrchardCore__OrchardCore_AutoSetup__Tenants__0__";

    public string Name => "start";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var (firsts, seconds) = (new List<double>(), new List<double>());

        for (var round = 0; round < options.Rounds; round++)
        {
            var postgres = options.Database == TestSiteDatabase.Postgres ? await (await PostgresServer.GetAsync()).CreateDatabaseAsync() : "";
            string[] settings = postgres.Length == 0 ? [] : ["env", Tenant + "DatabaseProvider=Postgres", $"{Tenant}DatabaseConnectionString={postgres}"];

            var clock = Stopwatch.StartNew();
            await using var host = await SampleHostProcess.StartAsync(settings);
            firsts.Add(clock.Elapsed.TotalSeconds);
            await host.KillAsync();

            clock.Restart();
            await host.RunAsync(settings);
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        report.Add("start.first.seconds", Duel.Median(firsts), "s until ready, with set-up");
        report.Add("start.second.seconds", Duel.Median(seconds), "s until ready");
    }
}

using System.Diagnostics;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Databases;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// How long the SampleHost takes from the start of its process until it says that it is ready: with its set-up, again, and on a
/// site with all customers next to one with few.
/// </summary>
internal sealed class StartSuite : IBenchSuite
{
    private const int FewRows = 250;

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
        await CompareAsync(await sites.OfAsync(options.Rows), await sites.OfAsync(FewRows), options, report);
    }

    private static async Task CompareAsync(BenchSite many, BenchSite few, BenchOptions options, BenchReport report)
    {
        await StartAsync(many);
        await StartAsync(few);
        var (full, small) = (new List<double>(), new List<double>());

        for (var round = 0; round < options.Rounds; round++)
        {
            // A B B A
            full.Add(await StartAsync(many));
            small.Add(await StartAsync(few));
            small.Add(await StartAsync(few));
            full.Add(await StartAsync(many));
        }

        report.Add("start.full.seconds", Duel.Median(full), $"s until ready with {options.Rows:N0} customers");
        report.Add("start.few.seconds", Duel.Median(small), $"s until ready with {FewRows}");
        report.Add("start.full.ratio", Duel.Median(full) / Duel.Median(small), $"times {FewRows}");
    }

    private static async Task<double> StartAsync(BenchSite site)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await SampleHostProcess.OpenAsync(site.Site.Root);

        return clock.Elapsed.TotalSeconds;
    }
}

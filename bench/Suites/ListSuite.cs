using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// The list's data access at so many customers, next to the raw SQL of the same page and next to itself at 250
/// customers; the statements it takes and how they are planned; and the whole page as a browser gets it.
/// </summary>
internal sealed class ListSuite : IBenchSuite
{
    private const int FewRows = 250;

    private static readonly ListReads Reads = new(Forgets: false);

    public string Name => "list";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var clock = Stopwatch.StartNew();
        var few = await sites.OfAsync(FewRows);
        var many = await sites.OfAsync(options.Rows);
        report.Note("list.data", $"{options.Rows:N0} customers with the hash {CustomerData.Hash(options.Rows)}, loaded as the manager writes them; with set-up {clock.Elapsed.TotalSeconds:0} s");

        var fewPages = ListCase.All(await MiddleAsync(few));

        foreach (var page in ListCase.All(await MiddleAsync(many)))
        {
            await ListReads.CompareAsync(many, page);
            report.Add($"list.{page.Name}.statements", (await Reads.StatementsAsync(many, page)).Count, "SQL statements");

            var toRaw = await Duel.FightAsync(() => Reads.FindAsync(many, page), () => ListReads.ReadRawAsync(many, page), options.Rounds);
            report.Add($"list.{page.Name}.ms", toRaw.First, "ms by the module");
            report.Add($"list.{page.Name}.raw.ms", toRaw.Second, "ms by raw SQL");
            report.Add($"list.{page.Name}.ratio", toRaw.Ratio, "times raw SQL");

            var fewPage = fewPages.Single(other => other.Name == page.Name);
            var growth = await Duel.FightAsync(() => Reads.FindAsync(many, page), () => Reads.FindAsync(few, fewPage), options.Rounds);
            report.Add($"list.{page.Name}.few.ms", growth.Second, $"ms by the module at {FewRows}");
            report.Add($"list.{page.Name}.growth", growth.Ratio, $"times {FewRows}");
        }

        await ExplainAsync(many, report);
        await BrowseAsync(few, many, options, report);
    }

    private static Task<string> MiddleAsync(BenchSite site) => site.InScopeAsync(async services =>
        (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().OrderBy(index => index.ContactName).Skip(site.Rows / 2).Take(1).ListAsync()).Single().ContentItemId);

    /// <summary>How the database means to run the statements of the default page.</summary>
    private static async Task ExplainAsync(BenchSite site, BenchReport report)
    {
        var page = ListCase.All("")[0];
        var slow = 0;

        foreach (var statement in await Reads.StatementsAsync(site, page))
        {
            var plan = await QueryPlan.ExplainAsync(site, statement);
            slow += plan.SlowSteps;
            report.Note("list.plan", plan.Text);
        }

        report.Add("list.first.slowsteps", slow, "full scans and sorts in the plans");
    }

    private static async Task BrowseAsync(BenchSite few, BenchSite many, BenchOptions options, BenchReport report)
    {
        using var here = await Visitor.LogInAsync(many);
        using var there = await Visitor.LogInAsync(few);
        var pages = await Duel.FightAsync(() => here.GetAsync("/Admin/Customers"), () => there.GetAsync("/Admin/Customers"), options.Rounds);

        report.Add("list.page.ms", pages.First, "ms for the page over HTTP");
        report.Add("list.page.few.ms", pages.Second, $"ms for the page over HTTP at {FewRows}");
        report.Add("list.page.growth", pages.Ratio, $"times {FewRows}");
    }
}

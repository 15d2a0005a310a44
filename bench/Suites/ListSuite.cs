using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Lists;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// The list's data access at so many customers, next to the raw SQL of the same page and next to itself at 250
/// customers; the statements it takes and how they are planned; and the whole page as a browser gets it.
/// </summary>
internal sealed class ListSuite : IBenchSuite
{
    private const int FewRows = 250;

    private static readonly ClaimsPrincipal Anybody = new();

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
            await CompareAsync(many, page);
            report.Add($"list.{page.Name}.statements", (await StatementsAsync(many, page)).Count, "SQL statements");

            var toRaw = await Duel.FightAsync(() => FindAsync(many, page), () => ReadRawAsync(many, page), options.Rounds);
            report.Add($"list.{page.Name}.ms", toRaw.First, "ms by the module");
            report.Add($"list.{page.Name}.raw.ms", toRaw.Second, "ms by raw SQL");
            report.Add($"list.{page.Name}.ratio", toRaw.Ratio, "times raw SQL");

            var fewPage = fewPages.Single(other => other.Name == page.Name);
            var growth = await Duel.FightAsync(() => FindAsync(many, page), () => FindAsync(few, fewPage), options.Rounds);
            report.Add($"list.{page.Name}.few.ms", growth.Second, $"ms by the module at {FewRows}");
            report.Add($"list.{page.Name}.growth", growth.Ratio, $"times {FewRows}");
        }

        await ExplainAsync(many, report);
        await BrowseAsync(few, many, options, report);
    }

    /// <summary>The scope is made before the clock runs: what counts is from the question to the customers.</summary>
    private static Task<TimeSpan> FindAsync(BenchSite site, ListCase page) => site.InScopeAsync(async services =>
    {
        var finder = services.GetRequiredService<ICustomerFinder>();
        var start = Stopwatch.GetTimestamp();
        await finder.FindAsync(page.Query, Anybody);

        return Stopwatch.GetElapsedTime(start);
    });

    /// <summary>Opens its connection on the clock and closes it off the clock, as a session does for the module.</summary>
    private static async Task<TimeSpan> ReadRawAsync(BenchSite site, ListCase page)
    {
        await using var connection = site.NewConnection();
        var start = Stopwatch.GetTimestamp();
        await connection.OpenAsync();
        await ListTwin.ReadAsync(connection, page);

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The module and its twin have to read the same page, or the comparison says nothing.</summary>
    private static async Task CompareAsync(BenchSite site, ListCase page)
    {
        var found = await site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(page.Query, Anybody));
        await using var connection = await site.ConnectAsync();
        var (ids, total) = await ListTwin.ReadAsync(connection, page);

        if ((ids.Count == 0 && page.Name != "absent") || found.Total != total || !found.Customers.Select(customer => customer.Id).SequenceEqual(ids))
        {
            throw new InvalidOperationException($"{page.Name}: the module finds {found.Customers.Count} of {found.Total}, its twin {ids.Count} of {total}, or others.");
        }
    }

    private static Task<List<string>> StatementsAsync(BenchSite site, ListCase page)
        => site.StatementsAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(page.Query, Anybody));

    private static Task<string> MiddleAsync(BenchSite site) => site.InScopeAsync(async services =>
        (await services.GetRequiredService<ISession>().QueryIndex<CustomerIndex>().OrderBy(index => index.ContactName).Skip(site.Rows / 2).Take(1).ListAsync()).Single().ContentItemId);

    /// <summary>How the database means to run the statements of the default page.</summary>
    private static async Task ExplainAsync(BenchSite site, BenchReport report)
    {
        var page = ListCase.All("")[0];
        var slow = 0;

        foreach (var statement in await StatementsAsync(site, page))
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

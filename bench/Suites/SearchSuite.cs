using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared.Sql.Search;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// Searches for parts of words among so many customers, sorted by contact name, as nobody asked before; and what the index
/// that finds them adds to a save and to the database.
/// </summary>
internal sealed class SearchSuite : IBenchSuite
{
    private const int RoundsPerTerm = 15;
    private const int Saves = 150;

    private static readonly ClaimsPrincipal Anybody = new();

    /// <summary>By how many have them: one in 5 to one in 100, one in 500 to one alone, nobody. Those of nobody are made of what many have, too.</summary>
    private static readonly (string Name, string[] Terms)[] Classes =
    [
        ("common", [CustomerData.CommonName, "ann", "jon", "schm", "fisch", "becker", "mith", "amelia", "oliver", "kowal", "louis", "lucia", "zof", "123", "c-0", "hoffmann", "anna schneider", "weber jonas"]),
        ("rare", [CustomerData.RareName, "quast", "flosser", "schneider quast", "mulle", "lefevre", "angstr", "12345", "c-012345", "anna.1234", ".54321@", "4930 555", "9999@example"]),
        ("absent", ["xyzzy", "qqqq", "quastenflossers", "annaschneider", "schneidermann", "exampleann", "anna.xyz", "@example.org", "amelia schneider zofia", "nnasch"]),
    ];

    public string Name => "search";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var site = await sites.OfAsync(options.Rows);
        report.Note("search.data", $"{options.Rows:N0} customers with the hash {CustomerData.Hash(options.Rows)}");

        foreach (var (name, terms) in Classes)
        {
            await SearchAsync(site, report, name, terms);
        }

        await WeighAsync(site, report);
        await SaveAsync(site, report);
    }

    private static async Task SearchAsync(BenchSite site, BenchReport report, string name, string[] terms)
    {
        var (all, slowest) = (new List<double>(), (Term: "", P95: 0.0));
        var lines = new List<string>();

        foreach (var term in terms)
        {
            var times = new List<double>();
            int? total = 0;

            for (var round = -2; round < RoundsPerTerm; round++)
            {
                var (time, found) = await FindAsync(site, term);
                total = found.Total;

                if (round >= 0)
                {
                    times.Add(time.TotalMilliseconds);
                }
            }

            all.AddRange(times);
            var p95 = P95(times);
            slowest = p95 > slowest.P95 ? (term, p95) : slowest;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{term} ({total?.ToString(CultureInfo.InvariantCulture) ?? "many"}) {Duel.Median(times):0.0}/{p95:0.0}"));
        }

        report.Add($"search.{name}.ms", Duel.Median(all), "ms, median");
        report.Add($"search.{name}.p95.ms", P95(all), "ms, 95 of 100");
        report.Add($"search.{name}.slowest.ms", slowest.P95, $"ms, 95 of 100 for {slowest.Term}");
        report.Note($"search.{name}.terms", "median/95 of 100 in ms: " + string.Join("; ", lines));
    }

    /// <summary>Without what is remembered of lists that were looked at before.</summary>
    private static Task<(TimeSpan Time, CustomerPage Page)> FindAsync(BenchSite site, string term) => site.InScopeAsync(async services =>
    {
        ((MemoryCache)services.GetRequiredService<IMemoryCache>()).Clear();
        var finder = services.GetRequiredService<ICustomerFinder>();
        var start = Stopwatch.GetTimestamp();
        var page = await finder.FindAsync(new CustomerQuery { Search = term }, Anybody);

        return (Stopwatch.GetElapsedTime(start), page);
    });

    /// <summary>The part of the database that is the index.</summary>
    private static async Task WeighAsync(BenchSite site, BenchReport report)
    {
        var isSqlite = site.Database == TestSiteDatabase.Sqlite;
        await using var connection = await site.ConnectAsync();
        var index = await ReadAsync(connection, isSqlite
            ? "select sum(length(block)) + (select sum(length(segid) + length(term) + length(pgno)) from CustomerSearch_idx) from CustomerSearch_data"
            : "select pg_relation_size('\"IDX_CustomerIndex_Words\"')");
        var all = await ReadAsync(connection, isSqlite
            ? "select (select page_count from pragma_page_count) * (select page_size from pragma_page_size)"
            : "select pg_database_size(current_database())");

        report.Add("search.size.index", index / 1e6, "MB of the index");
        report.Add("search.size.database", all / 1e6, "MB of the database with it");
        report.Add("search.size.ratio", all / (all - index), "times the database without it");
    }

    /// <summary>New and changed customers with the index and without it, in the order A B B A.</summary>
    private static async Task SaveAsync(BenchSite site, BenchReport report)
    {
        var (with, without) = (new Times(), new Times());
        await RunAsync(site, new Times(), "warm", Saves / 3);
        await RunAsync(site, with, "one", Saves);
        await SwitchOffAsync(site);
        await RunAsync(site, without, "two", Saves * 2);
        await SwitchOnAsync(site);
        await RunAsync(site, with, "three", Saves);

        report.Add("search.save.create.ms", Duel.Median(with.Created), "ms to create a customer, with the index");
        report.Add("search.save.create.ratio", Duel.Median(with.Created) / Duel.Median(without.Created), "times without it");
        report.Add("search.save.update.ms", Duel.Median(with.Updated), "ms to change a name and an e-mail address, with the index");
        report.Add("search.save.update.ratio", Duel.Median(with.Updated) / Duel.Median(without.Updated), "times without it");
    }

    private static async Task RunAsync(BenchSite site, Times times, string name, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var number = index;
            var id = "";

            times.Created.Add(await TimeAsync(site, async services =>
            {
                var manager = services.GetRequiredService<ICustomerManager>();
                var customer = await manager.NewAsync();
                customer.Alter<CustomerPart>(part =>
                {
                    CustomerData.Fill(part, number + 1);
                    part.Email = string.Create(CultureInfo.InvariantCulture, $"{name}.{number}@saved.example");
                });
                id = customer.ContentItemId;

                return (await manager.CreateAsync(customer)).Succeeded;
            }));

            times.Updated.Add(await TimeAsync(site, async services =>
            {
                var manager = services.GetRequiredService<ICustomerManager>();
                var customer = await manager.FindAsync(id);
                customer!.Alter<CustomerPart>(part => (part.LastName, part.Email) = ("Renamed", $"renamed.{part.Email}"));

                return (await manager.UpdateAsync(customer!)).Succeeded;
            }));
        }
    }

    /// <summary>With its commit, at the end of the scope.</summary>
    private static async Task<double> TimeAsync(BenchSite site, Func<IServiceProvider, Task<bool>> save)
    {
        var start = Stopwatch.GetTimestamp();

        return await site.InScopeAsync(save)
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException("The manager refused a made-up customer.");
    }

    private static Task SwitchOffAsync(BenchSite site) => site.ExecuteAsync(site.Database == TestSiteDatabase.Sqlite
        ? "create table SavedTriggers as select name, sql from sqlite_master where type = 'trigger'; drop trigger CustomerSearch_Inserted; drop trigger CustomerSearch_Deleted; drop trigger CustomerSearch_Updated"
        : "drop index \"IDX_CustomerIndex_Words\"");

    /// <summary>The customers who were saved meanwhile are not in it, which nobody asks any more.</summary>
    private static async Task SwitchOnAsync(BenchSite site)
    {
        if (site.Database == TestSiteDatabase.Sqlite)
        {
            await using var connection = await site.ConnectAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "select group_concat(sql, ';') from SavedTriggers";
            await site.ExecuteAsync((string)(await command.ExecuteScalarAsync())!);
            return;
        }

        await site.InScopeAsync<object?>(async services =>
        {
            await services.GetRequiredService<ICustomerSearchIndex>().BuildAsync(CancellationToken.None);
            return null;
        });
    }

    private static async Task<double> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is written above.
        command.CommandText = sql;
#pragma warning restore CA2100

        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static double P95(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];

        return sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1];
    }

    private sealed record Times
    {
        public List<double> Created { get; } = [];

        public List<double> Updated { get; } = [];
    }
}

using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.History;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// A CSV file of so many customers becomes customers by the whole way of an import, with all rules, handlers and the history,
/// next to the same customers written by raw prepared statements into the same tables. Each run has a site of its own.
/// </summary>
internal sealed class ImportSuite : IBenchSuite
{
    private const int WarmUpRows = 2_000;

    public string Name => "import";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var (file, small) = (await BenchImport.WriteAsync(1, options.Rows), await BenchImport.WriteAsync(1, WarmUpRows));

        try
        {
            report.Note("import.data", $"{options.Rows:N0} rows of 10 columns, {new FileInfo(file).Length / 1024.0 / 1024:0.0} MB, hash {CustomerData.Hash(options.Rows)}");
            await RunAsync(options, report, file, small);
        }
        finally
        {
            File.Delete(file);
            File.Delete(small);
        }
    }

    private static async Task RunAsync(BenchOptions options, BenchReport report, string file, string small)
    {
        await ImportAsync(options, small);
        await LoadRawAsync(options, WarmUpRows);
        var (ratios, imports, raws, flat, again) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (peak, writes) = (0L, 0L);

        for (var round = 0; round < options.Rounds; round++)
        {
            // A B B A
            Imported[] own = [await ImportAsync(options, file), default!];
            double[] raw = [await LoadRawAsync(options, options.Rows), await LoadRawAsync(options, options.Rows)];
            own[1] = await ImportAsync(options, file);
            imports.AddRange(own.Select(run => run.Seconds));
            raws.AddRange(raw);
            flat.AddRange(own.Select(run => run.Flatness));
            again.AddRange(own.Select(run => run.Again));
            peak = Math.Max(peak, own.Max(run => run.Peak));
            writes += own.Sum(run => run.Writes);
            ratios.Add(raw.Sum() / own.Sum(run => run.Seconds));
        }

        report.Add("import.rows", options.Rows / Duel.Median(imports), "rows a second by the module");
        report.Add("import.raw.rows", options.Rows / Duel.Median(raws), "rows a second by prepared statements");
        report.Add("import.ratio", Duel.Median(ratios), "of raw");
        report.Add("import.flatness", Duel.Median(flat), "rate of the last tenth over that of the first");
        report.Add("import.memory", peak / 1024.0 / 1024, "MB of the process at most");
        report.Add("import.again", Duel.Median(again), "times as fast when nothing changes");
        report.Add("import.again.writes", writes, "customers written then");
    }

    /// <summary>Prepared statements on the schema of the module, as the manager would have filled it.</summary>
    private static async Task<double> LoadRawAsync(BenchOptions options, int rows)
    {
        await using var site = await TestSite.StartAsync("SampleHost", options.Database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Transfer]);

        return (await CustomerLoader.LoadAsync(site, rows)).TotalSeconds;
    }

    private static async Task<Imported> ImportAsync(BenchOptions options, string file)
    {
        await using var site = await TestSite.StartAsync("SampleHost", options.Database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Transfer]);
        var user = await BenchImport.UserAsync(site);
        var first = await RunAsync(site, user, file, new() { OnDuplicate = DuplicateAction.CreateNew });

        var events = await CountAsync(site);
        var again = await RunAsync(site, user, file, new() { OnDuplicate = DuplicateAction.Update });
        var writes = await CountAsync(site) - events;

        if (first.Run.Result is not { Failed: 0, Skipped: 0 } || again.Run.Result.Unchanged != first.Run.Result.Created)
        {
            throw new InvalidOperationException($"The import created {first.Run.Result.Created}, failed {first.Run.Result.Failed}; again, {again.Run.Result.Unchanged} were unchanged.");
        }

        return new Imported(first.Seconds, first.Flatness, first.Peak, first.Seconds / again.Seconds, again.Run.Result.Updated + again.Run.Result.Created + writes);
    }

    private static async Task<(ImportRun Run, double Seconds, double Flatness, long Peak)> RunAsync(TestSite site, ClaimsPrincipal user, string file, ImportOptions how)
    {
        var id = await BenchImport.StartAsync(site, user, file, how);
        var clock = Stopwatch.StartNew();
        var watch = new Watch(site, id);
        var work = BenchImport.RunAsync(site, id);
        var samples = await watch.UntilAsync(work);
        var seconds = clock.Elapsed.TotalSeconds;
        var done = await site.InScopeAsync(services => services.GetRequiredService<IImportManager>().FindAsync(id));

        return done is { State: JobState.Finished } ? (done, seconds, samples.Flatness(done.Result.Read, seconds), samples.Peak) : throw new InvalidOperationException($"The import is {done?.State}: {done?.Problem}");
    }

    /// <summary>Each customer that was written has an event for it.</summary>
    private static Task<int> CountAsync(TestSite site) => site.InScopeAsync(services => services.GetRequiredService<ISession>().QueryIndex<CustomerEventIndex>(collection: CustomersConstants.Collection).CountAsync());

    private sealed record Imported(double Seconds, double Flatness, long Peak, double Again, long Writes);

    /// <summary>Looks a few times a second how far an import is.</summary>
    private sealed class Watch(TestSite site, string id)
    {
        private readonly List<(double Seconds, long Rows)> _samples = [(0, 0)];

        public long Peak { get; private set; }

        public async Task<Watch> UntilAsync(Task work)
        {
            var clock = Stopwatch.StartNew();
            using var process = Process.GetCurrentProcess();

            while (await Task.WhenAny(work, Task.Delay(500)) != work)
            {
                var run = await site.InScopeAsync(services => services.GetRequiredService<IImportManager>().FindAsync(id));
                _samples.Add((clock.Elapsed.TotalSeconds, run!.Result.Read));
                process.Refresh();
                Peak = Math.Max(Peak, process.WorkingSet64);
            }

            await work;

            return this;
        }

        public double Flatness(long rows, double seconds)
        {
            var firstTenth = At(rows / 10);
            var lastTenth = seconds - At(rows - (rows / 10));

            return firstTenth / lastTenth;
        }

        /// <summary>When so many rows were done, between two looks.</summary>
        private double At(long rows)
        {
            var after = _samples.FindIndex(sample => sample.Rows >= rows);

            if (after <= 0)
            {
                return _samples[^1].Seconds;
            }

            var ((fromSeconds, fromRows), (toSeconds, toRows)) = (_samples[after - 1], _samples[after]);

            return fromSeconds + ((toSeconds - fromSeconds) * (rows - fromRows) / Math.Max(1, toRows - fromRows));
        }
    }
}

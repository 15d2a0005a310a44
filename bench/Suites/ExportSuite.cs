using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Export;
using Platform.Tests.Hosting;
using YesSql;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// All customers become a file in the background, step by step with all handlers and scopes, next to the same columns read by
/// plain SQL in the order of the documents and written to a CSV file.
/// </summary>
internal sealed class ExportSuite : IBenchSuite
{
    private const int PageSize = 1_000;

    /// <summary>The columns, and what the twin reads of a customer for them.</summary>
    private static readonly (string Column, Func<CustomerPart, string?> Read)[] Columns =
    [
        ("Customer Number", part => part.Number), ("Custom Id", part => part.CustomId), ("Contact Name", part => part.ContactName),
        ("Title", part => part.Title), ("First Name", part => part.FirstName), ("Middle Name", part => part.MiddleName), ("Last Name", part => part.LastName),
        ("Email", part => part.Email), ("Phone", part => part.Phone), ("Second Phone", part => part.SecondPhone), ("Company", part => part.Company),
        ("Date Of Birth", part => part.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Gender", part => part.Gender),
        ("Status", part => part.Status.ToString()), ("Member Number", part => part.MemberNumber),
    ];

    public string Name => "export";

    public async Task RunAsync(BenchOptions options, BenchSites sites, BenchReport report)
    {
        var loaded = await sites.OfAsync(options.Rows);
        var site = loaded.Site;
        var user = await BenchImport.UserAsync(site);
        await ExportAsync(site, user, ExportFormat.Excel);
        await TwinAsync(site, options.Rows);
        var (rounds, workbooks) = (new List<(Cost[] Own, Cost[] Twin)>(), new List<(double Seconds, double Factor)>());
        // What making the customers left is nobody's cost.
        GC.Collect();

        for (var round = 0; round < options.Rounds; round++)
        {
            // A B B A
            var first = await ExportAsync(site, user, ExportFormat.Csv);
            Cost[] twin = [await TwinAsync(site, options.Rows), await TwinAsync(site, options.Rows)];
            Cost[] own = [first, await ExportAsync(site, user, ExportFormat.Csv)];
            rounds.Add((own, twin));
            var workbook = (await ExportAsync(site, user, ExportFormat.Excel)).Seconds;
            workbooks.Add((workbook, workbook / own.Average(cost => cost.Seconds)));
        }

        report.Add("export.rows", options.Rows / Duel.Median(rounds.SelectMany(round => round.Own, (_, cost) => cost.Seconds)), "customers a second into CSV");
        report.Add("export.twin.rows", options.Rows / Duel.Median(rounds.SelectMany(round => round.Twin, (_, cost) => cost.Seconds)), "customers a second by plain SQL and the serializer");
        report.Add("export.ratio", Duel.Median(rounds.Select(round => round.Twin.Sum(cost => cost.Seconds) / round.Own.Sum(cost => cost.Seconds))), "of that");
        report.Add("export.cpu", Duel.Median(rounds.Select(round => round.Twin.Sum(cost => cost.Cpu) / round.Own.Sum(cost => cost.Cpu))), "of that by the processor time of the process");
        report.Add("export.excel.rows", options.Rows / Duel.Median(workbooks.Select(workbook => workbook.Seconds)), "customers a second into a workbook");
        report.Add("export.excel.factor", Duel.Median(workbooks.Select(workbook => workbook.Factor)), "times as long as CSV");
        report.Add("export.first", await FirstByteAsync(site, user), "seconds until the first bytes of a download");
        await ExportAlone.MeasureAsync(options, site, report);
    }

    private static ExportOptions Options(ExportFormat format) => new() { Columns = [.. Columns.Select(column => column.Column)], Format = format };

    /// <summary>Exports all customers, and deletes the file.</summary>
    public static async Task<Cost> ExportAsync(TestSite site, ClaimsPrincipal user, ExportFormat format)
    {
        var run = new ExportRun { JobId = Guid.NewGuid().ToString("N"), Options = Options(format) };
        using var meter = new Meter();
        await site.InScopeAsync(services => services.GetRequiredService<IExportManager>().StartAsync(run, user));
        await site.InScopeAsync(services => services.GetRequiredService<ExportRunner>().RunAsync(run.JobId));
        var cost = meter.Read();
        var done = await site.InScopeAsync(services => services.GetRequiredService<IExportManager>().FindAsync(run.JobId));
        await site.InScopeAsync(services => services.GetRequiredService<IExportManager>().DeleteAsync(run.JobId));

        return done is { State: JobState.Finished } && done.Done == done.Total ? cost : throw new InvalidOperationException($"The export is {done?.State}: {done?.Problem}");
    }

    /// <summary>Whoever waits for a download sees that it has begun.</summary>
    private static async Task<double> FirstByteAsync(TestSite site, ClaimsPrincipal user)
    {
        using var target = new FirstByte();
        await site.InScopeAsync(services => services.GetRequiredService<IExportManager>().WriteAsync(Options(ExportFormat.Csv), user, target));

        return target.Seconds;
    }

    private static async Task<Cost> TwinAsync(TestSite site, int rows)
    {
        var store = await site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IStore>().Configuration));
        using var meter = new Meter();
        await using var connection = store.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await using var file = new StreamWriter(Path.Combine(site.Root, "twin.csv"));
        var (after, count) = (0L, 0);

        for (var read = PageSize; read == PageSize; count += read)
        {
            (read, after) = await PageAsync(connection, store.ContentSerializer, after, file);
        }

        await file.FlushAsync();

        return count == rows ? meter.Read() : throw new InvalidOperationException($"The twin read {count} of {rows}.");
    }

    private static async Task<(int Read, long After)> PageAsync(DbConnection connection, IContentSerializer serializer, long after, TextWriter file)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"select d.\"Id\", d.\"Content\" from \"CustomerIndex\" i join \"Document\" d on d.\"Id\" = i.\"DocumentId\" where i.\"DocumentId\" > {after} order by i.\"DocumentId\" limit {PageSize}");
        await using var reader = await command.ExecuteReaderAsync();
        var read = 0;

        for (; await reader.ReadAsync(); read++)
        {
            after = reader.GetInt64(0);
            var part = ((ContentItem)serializer.Deserialize(reader.GetString(1), typeof(ContentItem))).GetOrCreate<CustomerPart>();
            await file.WriteLineAsync(string.Join(',', Columns.Select(column => Quote(column.Read(part) ?? ""))));
        }

        return (read, after);
    }

    private static string Quote(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    internal sealed record Cost(double Seconds, double Cpu);

    /// <summary>Measures from when it is made.</summary>
    private sealed class Meter : IDisposable
    {
        private readonly Process _process = Process.GetCurrentProcess();
        private readonly TimeSpan _cpu;
        private readonly long _started = Stopwatch.GetTimestamp();

        public Meter() => _cpu = _process.TotalProcessorTime;

        public Cost Read()
        {
            var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            _process.Refresh();

            return new Cost(seconds, (_process.TotalProcessorTime - _cpu).TotalSeconds);
        }

        public void Dispose() => _process.Dispose();
    }

    /// <summary>Takes what is written, and remembers when that began.</summary>
    private sealed class FirstByte : MemoryStream
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public double Seconds { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Seconds = Seconds == 0 ? Stopwatch.GetElapsedTime(_started).TotalSeconds : Seconds;

            return ValueTask.CompletedTask;
        }
    }
}

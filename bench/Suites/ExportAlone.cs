using System.Diagnostics;
using System.Globalization;
using OrchardCore.Customers.Bench.Measuring;
using OrchardCore.Customers.Transfer.Export;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>
/// A node of the site that exports and does nothing else, as a process of its own, so that it is seen what memory an export takes:
/// the process of the benchmark has made and loaded the customers, too.
/// </summary>
internal static class ExportAlone
{
    private const string Command = "export-alone";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts the process, and reports what it says of itself.</summary>
    public static async Task MeasureAsync(BenchOptions options, TestSite site, BenchReport report)
    {
        using var process = Process.Start(new ProcessStartInfo(System.Environment.ProcessPath!, [Command, options.Database.ToString(), site.Root, site.Connection]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double[] megabytes = process.ExitCode == 0 ? [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException("The process that only exports failed.");

        report.Add("export.memory.before", megabytes[0], "MB of a process that has not exported yet");
        report.Add("export.memory", megabytes[1], "MB at most while it exports into CSV");
        report.Add("export.excel.memory", megabytes[2], "MB at most while it exports into a workbook afterwards");
    }

    /// <summary>Whether this is that process; then it does its work.</summary>
    public static async Task<bool> IsAskedForAsync(string[] args)
    {
        if (args is not [Command, var database, var root, var connection])
        {
            return false;
        }

        await using var site = await TestSite.OpenAsync("SampleHost", Enum.Parse<TestSiteDatabase>(database), root, connection);
        var user = await ExportSuite.UserAsync(site);
        Console.WriteLine(Megabytes().ToString(CultureInfo.InvariantCulture));

        foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Excel })
        {
            using var ending = new CancellationTokenSource();
            var peak = WatchAsync(ending.Token);
            await ExportSuite.ExportAsync(site, user, format);
            await ending.CancelAsync();
            Console.WriteLine((await peak).ToString(CultureInfo.InvariantCulture));
        }

        return true;
    }

    private static async Task<double> WatchAsync(CancellationToken ending)
    {
        var most = Megabytes();

        while (!ending.IsCancellationRequested)
        {
            await Task.Delay(Pause, CancellationToken.None);
            most = Math.Max(most, Megabytes());
        }

        return most;
    }

    /// <summary>What the process has in memory now.</summary>
    private static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();

        return process.WorkingSet64 / 1024.0 / 1024;
    }
}

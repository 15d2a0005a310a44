using System.Diagnostics;
using System.Globalization;
using OrchardCore.Customers.Bench.Data;
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

    /// <summary>Starts such a process for each kind of file, and reports what it says of itself.</summary>
    public static async Task MeasureAsync(BenchOptions options, TestSite site, BenchReport report)
    {
        var csv = await RunAsync(options, site, ExportFormat.Csv);
        var workbook = await RunAsync(options, site, ExportFormat.Excel);
        report.Add("export.memory.before", Math.Max(csv.Before, workbook.Before), "MB of a process that has not exported yet");
        report.Add("export.memory", csv.Most, "MB of a process at most that exports into CSV");
        report.Add("export.excel.memory", workbook.Most, "MB of a process at most that exports into a workbook");
    }

    /// <summary>Whether this is that process; then it does its work.</summary>
    public static async Task<bool> IsAskedForAsync(string[] args)
    {
        if (args is not [Command, var database, var root, var connection, var format])
        {
            return false;
        }

        await using var site = await TestSite.OpenAsync("SampleHost", Enum.Parse<TestSiteDatabase>(database), root, connection);
        var user = await BenchImport.UserAsync(site);
        var before = Megabytes();
        using var ending = new CancellationTokenSource();
        var most = WatchAsync(ending.Token);
        await ExportSuite.ExportAsync(site, user, Enum.Parse<ExportFormat>(format));
        await ending.CancelAsync();
        var peak = await most;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before} {peak}"));

        return true;
    }

    private static async Task<(double Before, double Most)> RunAsync(BenchOptions options, TestSite site, ExportFormat format)
    {
        using var process = Process.Start(new ProcessStartInfo(System.Environment.ProcessPath!, [Command, options.Database.ToString(), site.Root, site.Connection, format.ToString()]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0 && output.Split(' ') is [var before, var most]
            ? (double.Parse(before, CultureInfo.InvariantCulture), double.Parse(most, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("The process that only exports failed.");
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

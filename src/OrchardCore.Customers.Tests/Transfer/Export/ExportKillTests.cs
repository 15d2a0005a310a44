using System.Globalization;
using System.Text;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Import;
using OrchardCore.Customers.Transfer.Import;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>An export on the sample site whose process ends at once.</summary>
public sealed class ExportKillTests
{
    private const int Customers = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>It waits for the lease of the killed process and for the task that looks each minute.</summary>
    [Fact]
    public async Task AnExportThatKill9InterruptedHasNoRowTwiceAndLacksNone()
    {
        await using var host = await SampleHostProcess.StartAsync();
        await ImportAsync(host);
        var attempt = 0;
        string path;
        int done;

        do
        {
            // Sometimes the export is over before the process is.
            attempt++;
            using var admin = await SiteUser.AdminAsync(host);
            var form = await admin.GetAsync("/Admin/Customers/Exports/New?list=search%3Dcompany%253Akilled");
            path = (await admin.PostAsync("/Admin/Customers/Exports/Start", [.. form.Fields.Where(field => field.Name is not ("Columns" or "Format")), ("Columns", "All"), ("Format", "Csv"), ("Keep", "true")])).Location;
            Assert.StartsWith("/Admin/Customers/Exports/", path, StringComparison.Ordinal);
            await UntilAsync(() => Task.FromResult(Done(host, path) > 0));
            await host.KillAsync();
            Assert.Equal("ok", host.Read("pragma integrity_check"));
            done = Done(host, path);
            await host.RunAsync();
        }
        while (done == Customers && attempt < 5);

        Assert.InRange(done, 1, Customers - 1);
        using var user = await SiteUser.AdminAsync(host);
        await UntilAsync(async () => (await user.GetAsync(path)).Html.Contains("data-live=\"over\"", StringComparison.Ordinal));

        var file = await user.DownloadAsync(path + "/Download");
        var lines = Encoding.UTF8.GetString(file.Bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Contact Name,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, Customers).Select(row => $"Killed {row:D6}"), lines.Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    private static async Task ImportAsync(SampleHostProcess host)
    {
        using var admin = await SiteUser.AdminAsync(host);
        var run = await admin.OpenAsync("Contact Name,Company\n" + string.Concat(Enumerable.Range(0, Customers).Select(row => $"Killed {row:D6},Killed\n")));
        Assert.Equal(run, (await admin.PressAsync(run, ImportPlanForm.Import)).Location);
        await UntilAsync(async () => (await admin.GetAsync(run)).Html.Contains("data-live=\"over\"", StringComparison.Ordinal));
        Assert.Equal(Customers.ToString(CultureInfo.InvariantCulture), host.Read("select count(*) from CustomerIndex where Company = 'killed'"));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);

        while (!await condition())
        {
            await Task.Delay(5, enough.Token);
        }
    }

    /// <summary>How many customers stand in the file by what is committed.</summary>
    private static int Done(SampleHostProcess host, string path)
        => int.Parse(host.Read($"select json_extract(Content, '$.Done') from Customers_Document where json_extract(Content, '$.JobId') = '{path[^32..]}'"), CultureInfo.InvariantCulture);
}

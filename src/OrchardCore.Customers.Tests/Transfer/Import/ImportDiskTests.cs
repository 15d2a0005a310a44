using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>The disk of a site that imports is full, and then there is room again.</summary>
public sealed class ImportDiskTests
{
    private const int Rows = 1_500;
    private const int Spare = 2 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task AnImportWaitsForRoomAndNoRowIsLostOrDoubled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Environment.IsPrivilegedProcess, "This test mounts a small disk, which only root may.");
        await using var host = await SampleHostProcess.StartAsync();
        await host.KillAsync();
        var data = Path.Combine(host.Root, "App_Data");
        Assert.SkipUnless(TryMount(host.Root, data), "A disk can't be mounted here.");

        try
        {
            await host.RunAsync();
            using var admin = new SiteUser(host.NewClient());
            Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync("/Login", ("LoginForm.UserName", TestSite.Admin), ("LoginForm.Password", TestSite.Password))).Status);
            var run = await admin.OpenAsync("Contact Name,Email,Company\n" + string.Concat(Enumerable.Range(0, Rows).Select(index => $"Full {index},full{index}@disk.example,Disk\n")));
            Assert.Equal(run, (await admin.PressAsync(run, ImportPlanForm.Import)).Location);

            // It has stopped when nothing has come for a while; what is there is whole, and the page answers.
            await UntilAsync(() => Task.FromResult(host.Output.Any(line => line.Contains("The database interrupted the job", StringComparison.Ordinal))));
            var there = Count(host);
            Assert.InRange(there, 1, Rows - 1);
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(run)).Status);

            Assert.True(Shell("mount", "-o", "remount,size=300m", data));
            var page = await admin.GetAsync(run);
            await UntilAsync(async () => (page = await admin.GetAsync(run)).Html.Contains("data-live=\"over\"", StringComparison.Ordinal));

            Assert.Contains($"Created {Rows.ToString("N0", CultureInfo.InvariantCulture)}", page.Counts());
            Assert.Equal(Rows, Count(host));
        }
        finally
        {
            await host.KillAsync();
            Shell("umount", data);
        }
    }

    private static bool TryMount(string root, string data)
    {
        var aside = Path.Combine(root, "aside");
        Directory.Move(data, aside);
        Directory.CreateDirectory(data);
        var size = new DirectoryInfo(aside).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) + Spare;
        var isMounted = Shell("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", data);

        return Shell("cp", "-a", aside + "/.", data) && isMounted;
    }

    private static bool Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();

        return process.ExitCode == 0;
    }

    private static int Count(SampleHostProcess host)
    {
        using var connection = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from CustomerIndex where Company = 'disk'";

        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);

        while (!await condition())
        {
            await Task.Delay(100, enough.Token);
        }
    }
}

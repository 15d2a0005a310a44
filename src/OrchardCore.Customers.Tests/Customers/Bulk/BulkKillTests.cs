using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.Bulk;

/// <summary>A bulk action on the sample site whose process ends at once.</summary>
public sealed class BulkKillTests
{
    private const int Customers = 270;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>It waits for the lease of the killed process and for the task that looks each minute.</summary>
    [Fact]
    public async Task AJobThatKill9InterruptedIsGoneOnWithAndNobodyIsDoneTwice()
    {
        await using var host = await SampleHostProcess.StartAsync();
        var attempt = 0;
        int done;

        do
        {
            // Sometimes the job is over before the process is.
            attempt++;
            using var admin = await SiteUser.AdminAsync(host);
            var started = await admin.DoAsync("hold", $"Interrupted {attempt}", ("all", "true"), ("list", ""));
            Assert.StartsWith("/Admin/Customers/Jobs/", started.Location, StringComparison.Ordinal);
            await UntilAsync(() => CountHeld(host, attempt) > 0);
            await host.KillAsync();

            Assert.Equal("ok", host.Read("pragma integrity_check"));
            done = CountHeld(host, attempt);
            await host.RunAsync();
        }
        while (done == Customers && attempt < 5);

        Assert.InRange(done, 1, Customers - 1);
        await UntilAsync(() => CountHeld(host, attempt) == Customers);

        // Each save raises the revision of a customer by one.
        Assert.Equal(Customers, Count(host, $"Content like '%\"ContentType\":\"Customer\"%' and Content like '%\"Revision\":{attempt + 1},%'"));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var enough = new CancellationTokenSource(Patience);

        while (!condition())
        {
            await Task.Delay(20, enough.Token);
        }
    }

    private static int CountHeld(SampleHostProcess host, int attempt) => Count(host, $"Content like '%\"Reason\":\"Interrupted {attempt}\"%'");

    private static int Count(SampleHostProcess host, string condition)
        => int.Parse(host.Read($"select count(*) from Document where {condition}"), System.Globalization.CultureInfo.InvariantCulture);
}

using OrchardCore.Customers.Tests.Shared;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>
/// The site that browser tests visit: the SampleHost in a process of its own or, with <c>E2E_BASE_URL</c>, any other host
/// of the module (<c>E2E_USER</c> and <c>E2E_PASSWORD</c> log in there).
/// </summary>
internal sealed class SampleSite : IAsyncDisposable
{
    private readonly SampleHostProcess? _host;

    private SampleSite(Uri address, SampleHostProcess? host)
    {
        Address = address;
        _host = host;
    }

    public Uri Address { get; }

    /// <summary>The folder that its mails go to; of another host, <c>E2E_MAILS</c> names it.</summary>
    public string Mails => _host?.Mails ?? System.Environment.GetEnvironmentVariable("E2E_MAILS") ?? throw new InvalidOperationException("E2E_MAILS names no folder.");

    public static string User => System.Environment.GetEnvironmentVariable("E2E_USER") ?? "admin";

    public static string Password => System.Environment.GetEnvironmentVariable("E2E_PASSWORD") ?? "Password1!";

    public static async Task<SampleSite> StartAsync()
    {
        if (System.Environment.GetEnvironmentVariable("E2E_BASE_URL") is { Length: > 0 } elsewhere)
        {
            return new SampleSite(new Uri(elsewhere), null);
        }

        var host = await SampleHostProcess.StartAsync();

        return new SampleSite(host.Address, host);
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>The SampleStorefront as makers of shops start it: a process and an origin of its own, told by its environment which shop it is.</summary>
internal sealed class SampleStorefrontProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> _output = [];
    private readonly Process _process;

    private SampleStorefrontProcess(Uri address, ProcessStartInfo start)
    {
        Address = address;
        _process = Process.Start(start)!;
    }

    public Uri Address { get; }

    /// <summary>What it has written so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>An address for it: its site has to know it before it starts. It is another host than the admin's, so that their cookies don't meet.</summary>
    public static Uri NewAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    /// <summary>Starts it, and waits until it takes requests.</summary>
    /// <param name="authority">Where the admin is.</param>
    /// <param name="site">The code of its site.</param>
    /// <param name="secret">The secret that the admin has shown.</param>
    /// <param name="origin">Where browsers find it, if something stands before it.</param>
    public static async Task<SampleStorefrontProcess> StartAsync(Uri address, Uri authority, string site, string secret, string? origin = null)
    {
        // Both projects have files of the same names, so each stays in its own folder.
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(build.Parent!.Parent!.FullName, "SampleStorefront", build.Name, "SampleStorefront.dll");
        var own = address.GetLeftPart(UriPartial.Authority);

        var shop = new SampleStorefrontProcess(address, new ProcessStartInfo("dotnet", [program])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = own,
                ["Assist__Authority"] = authority.ToString(),
                ["Assist__Site"] = site,
                ["Assist__Secret"] = secret,
                ["Assist__Origin"] = origin ?? own,
            },
        });

        try
        {
            await shop.WaitAsync();
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    public HttpClient NewClient() => new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private Task WaitAsync()
    {
        var ready = new TaskCompletionSource();
        _process.OutputDataReceived += (_, line) => Read(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The SampleStorefront ended before it was ready:\n" + string.Join('\n', _output)));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        return ready.Task.WaitAsync(Patience);
    }

    private void Read(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);

        if (line.Contains("Application started", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}

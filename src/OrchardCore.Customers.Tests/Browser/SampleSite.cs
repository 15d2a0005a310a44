using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>
/// The site that browser tests visit: the SampleHost in a process and a directory of its own or, with
/// <c>E2E_BASE_URL</c>, any other host of the module (<c>E2E_USER</c> and <c>E2E_PASSWORD</c> log in there).
/// </summary>
public sealed class SampleSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process? _process;
    private readonly string? _root;

    private SampleSite(Uri address, Process? process, string? root)
    {
        Address = address;
        _process = process;
        _root = root;
    }

    public Uri Address { get; }

    public static string User => System.Environment.GetEnvironmentVariable("E2E_USER") ?? "admin";

    public static string Password => System.Environment.GetEnvironmentVariable("E2E_PASSWORD") ?? "Password1!";

    public static async Task<SampleSite> StartAsync()
    {
        if (System.Environment.GetEnvironmentVariable("E2E_BASE_URL") is { Length: > 0 } elsewhere)
        {
            return new SampleSite(new Uri(elsewhere), null, null);
        }

        var root = Directory.CreateTempSubdirectory("customers-browser-").FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Path.Combine(root, "appsettings.json"));
        CopyDirectory(Path.Combine(AppContext.BaseDirectory, "Recipes"), Path.Combine(root, "Recipes"));

        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SampleHost.dll")])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["ASPNETCORE_URLS"] = address, ["ASPNETCORE_CONTENTROOT"] = root },
        })!;
        var site = new SampleSite(new Uri(address), process, root);

        try
        {
            await site.WaitUntilReadyAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        if (_root is not null)
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var said = new List<string>();

        while (await _process!.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            said.Add(line);

            if (line.StartsWith("Ready:", StringComparison.Ordinal))
            {
                // Nobody reads on; an unread pipe would stop the host once it is full.
                _process.OutputDataReceived += (_, _) => { };
                _process.BeginOutputReadLine();
                return;
            }
        }

        throw new InvalidOperationException("The SampleHost ended before it was ready:\n" + string.Join('\n', said));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void CopyDirectory(string from, string to)
    {
        Directory.CreateDirectory(to);

        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}

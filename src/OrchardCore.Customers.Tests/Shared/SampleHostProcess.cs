using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace OrchardCore.Customers.Tests.Shared;

/// <summary>The SampleHost as users start it: a process of its own, in a directory of its own, set up by its recipe.</summary>
internal sealed class SampleHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<string> _output = [];
    private readonly IReadOnlyDictionary<string, string> _settings;
    private bool _isGuest;
    private Process? _process;

    private SampleHostProcess(string root, IReadOnlyDictionary<string, string> settings) => (Root, _settings) = (root, settings);

    /// <summary>Where it keeps its files.</summary>
    public string Root { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>What it has written so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public string DatabaseFile => Path.Combine(Root, "App_Data", "Sites", "Default", "OrchardCore.db");

    /// <summary>What its SQLite database says, first column of the first row.</summary>
    public string Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return command.ExecuteScalar()!.ToString()!;
    }

    /// <summary>The folder that its mails go to.</summary>
    public string Mails => Path.Combine(Root, "App_Data", "Sites", "Default", "Emails");

    /// <inheritdoc cref="RunAsync"/>
    public static Task<SampleHostProcess> StartAsync(params string[] before) => StartAsync(new Dictionary<string, string>(), before);

    /// <inheritdoc cref="RunAsync"/>
    /// <param name="settings">What is set otherwise than in its <c>appsettings.json</c>, by the names of environment variables.</param>
    public static async Task<SampleHostProcess> StartAsync(IReadOnlyDictionary<string, string> settings, params string[] before)
    {
        var host = new SampleHostProcess(Directory.CreateTempSubdirectory("customers-host-").FullName, settings);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Path.Combine(host.Root, "appsettings.json"));
        Directory.CreateDirectory(Path.Combine(host.Root, "Recipes"));

        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recipes")))
        {
            File.Copy(file, Path.Combine(host.Root, "Recipes", Path.GetFileName(file)));
        }

        return await host.RunOrDisposeAsync(before);
    }

    /// <summary>Starts one on the files of a site that was set up before and outlives it, with its database.</summary>
    public static Task<SampleHostProcess> OpenAsync(string root)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Path.Combine(root, "appsettings.json"), overwrite: true);

        return new SampleHostProcess(root, new Dictionary<string, string>()) { _isGuest = true }.RunOrDisposeAsync();
    }

    /// <summary>Starts another node of the site: a process of its own on the same files and database. This one has to outlive it.</summary>
    public Task<SampleHostProcess> StartBesideAsync() => new SampleHostProcess(Root, _settings) { _isGuest = true }.RunOrDisposeAsync();

    /// <summary>Starts it on the files that are there, and waits until it says that it is ready.</summary>
    /// <param name="before">A command that runs it, such as <c>setpriv</c> with its options.</param>
    public async Task RunAsync(params string[] before)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] command = [.. before, "dotnet", Path.Combine(AppContext.BaseDirectory, "SampleHost.dll")];

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = Address.ToString(), ["ASPNETCORE_CONTENTROOT"] = Root, ["DOTNET_CLI_HOME"] = Root, ["HOME"] = Root },
        };

        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;

        var ready = new TaskCompletionSource();
        _process.OutputDataReceived += (_, line) => Read(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The SampleHost ended before it was ready:\n" + string.Join('\n', _output)));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        await ready.Task.WaitAsync(Patience);
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }

    public HttpClient NewClient() => new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await KillAsync();

        if (!_isGuest)
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private async Task<SampleHostProcess> RunOrDisposeAsync(params string[] before)
    {
        try
        {
            await RunAsync(before);
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private void Read(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);

        if (line.StartsWith("Log in as", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

#nullable enable

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Platform.Tests.Databases;

/// <summary>
/// A PostgreSQL server of this test process alone: its own temporary directory, a free port, no waiting for the disk.
/// A small shell script holds it; when this process ends, however it ends, the script's input ends too, and it stops
/// the server and removes the directory.
/// </summary>
public sealed class PostgresServer
{
    private const string Script = """
        set -eu
        trap '' INT
        bin=$1 port=$2
        directory=$(mktemp -d)
        trap 'rm -rf "$directory"' EXIT
        "$bin/initdb" -D "$directory/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions >&2
        "$bin/postgres" -D "$directory/data" -p "$port" \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=800 -c timezone=UTC \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c log_min_messages=fatal >&2 </dev/null &
        server=$!
        cat >/dev/null
        kill -QUIT "$server" || true
        wait "$server" || true
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);
    private static int _databases;

    private readonly int _port;

    private PostgresServer(int port)
    {
        _port = port;
    }

    /// <summary>Why there can be no server here, as a sentence; null when there can.</summary>
    public static string? WhyMissing { get; } = OperatingSystem.IsWindows()
        ? "These tests start PostgreSQL with a shell script, which Windows has not."
        : FindBinaries() is null
            ? "PostgreSQL is not installed: there is no initdb on the PATH or in /usr/lib/postgresql/*/bin."
            : Environment.IsPrivilegedProcess && BecomeOrdinaryUser() is null
                ? "PostgreSQL doesn't run as root, and setpriv or an ordinary user (postgres, nobody) is missing."
                : null;

    /// <summary>The server of this process, started by whoever asks first.</summary>
    public static Task<PostgresServer> GetAsync() => Shared.Value;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Removes a database that <see cref="CreateDatabaseAsync"/> made, with whatever still uses it.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");

        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (WhyMissing is not null)
        {
            throw new InvalidOperationException(WhyMissing);
        }

        var server = new PostgresServer(FindFreePort());
        var said = new ConcurrentQueue<string?>();
        var process = Process.Start(server.Command())!;
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginErrorReadLine();

        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                await server.ExecuteAsync("SELECT 1");
                return server;
            }
            catch (NpgsqlException) when (clock.Elapsed < Patience && !process.HasExited)
            {
                // not up yet
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', said), exception);
            }
        }
    }

    private ProcessStartInfo Command()
    {
        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", .. BecomeOrdinaryUser()!] : [];
        string[] command = [.. user, "sh", "-c", Script, "postgres-for-tests", FindBinaries()!, _port.ToString(CultureInfo.InvariantCulture)];

        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
    }

    /// <summary>The options by which setpriv becomes a user without rights; null when there is no such user, or no setpriv.</summary>
    private static string[]? BecomeOrdinaryUser()
    {
        string[] accounts = File.Exists("/etc/passwd") ? File.ReadAllLines("/etc/passwd") : [];
        var account = accounts.FirstOrDefault(line => line.StartsWith("postgres:", StringComparison.Ordinal))
            ?? accounts.FirstOrDefault(line => line.StartsWith("nobody:", StringComparison.Ordinal));
        var (user, group) = account?.Split(':') is [_, _, var userId, var groupId, ..] ? (userId, groupId) : default;

        return user is null || FindOnPath("setpriv") is null ? null : ["--reuid", user, "--regid", group, "--clear-groups"];
    }

    private static string? FindBinaries()
    {
        string[] packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];

        return FindOnPath("initdb", "postgres")
            ?? packaged.Select(version => Path.Combine(version, "bin")).Order().LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }

    private static string? FindOnPath(params string[] programs)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .FirstOrDefault(directory => Array.TrueForAll(programs, program => File.Exists(Path.Combine(directory, program))));

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string database)
        => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

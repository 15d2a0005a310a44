using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using Npgsql;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Databases;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>
/// The sample site on two nodes: processes of their own, which have the database and the folder with the keys of data
/// protection in common, and nothing else. It is PostgreSQL: on SQLite, YesSql counts the ids of documents in the memory of
/// one process.
/// </summary>
public sealed partial class TwoNodes : IAsyncLifetime
{
    public const string Site = "EU";

    private const string Tenant = "OrchardCore__OrchardCore_AutoSetup__Tenants__0__";

    private const string Waiting = """
        with recursive waiting(pid) as (
            select $1
            union
            select activity.pid from pg_stat_activity activity join waiting on waiting.pid = any(pg_blocking_pids(activity.pid)))
        select count(*) - 1 from waiting
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private string? _database;
    private SampleHostProcess? _firstHost;
    private SampleHostProcess? _secondHost;
    private SiteUser? _admin;
    private string _customer = "";

    /// <summary>The node whose admin is asked.</summary>
    internal AssistNode First { get; private set; } = null!;

    internal AssistNode Second { get; private set; } = null!;

    internal IReadOnlyList<AssistNode> Both => [First, Second];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        _firstHost = await SampleHostProcess.StartAsync(new Dictionary<string, string> { [Tenant + "DatabaseProvider"] = "Postgres", [Tenant + "DatabaseConnectionString"] = _database });
        _secondHost = await _firstHost.StartBesideAsync();

        _admin = new SiteUser(_firstHost.NewClient());
        Assert.Equal(HttpStatusCode.Redirect, (await _admin.SubmitAsync("/Login", ("LoginForm.UserName", TestSite.Admin), ("LoginForm.Password", TestSite.Password))).Status);
        _customer = AssistLink().Match((await _admin.GetAsync("/Admin/Customers?search=sinead%40ie.example.com")).Html).Groups[1].Value;
        var shown = await _admin.PostAsync($"/Admin/Customers/Sites/{Site}/Secret", await TokenAsync());
        var secret = StorefrontServer.Basic(Site, shown.Html.Split("data-secret>")[1].Split('<')[0]);
        (First, Second) = (new(_firstHost.NewClient(), secret), new(_secondHost.NewClient(), secret));
    }

    public async ValueTask DisposeAsync()
    {
        _admin?.Dispose();
        First?.Dispose();
        Second?.Dispose();
        await (_secondHost?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_firstHost?.DisposeAsync() ?? ValueTask.CompletedTask);

        if (_database is not null)
        {
            await (await PostgresServer.GetAsync()).DropDatabaseAsync(_database);
        }
    }

    /// <summary>Has the administrator ask for a session on the page of the first node.</summary>
    /// <returns>The code that the browser is sent to the storefront with.</returns>
    public async Task<string> StartSessionAsync()
    {
        var led = await _admin!.SubmitAsync($"/Admin/Customers/{_customer}/Assist", ("Site", Site), ("Mode", "Full"), ("Reason", "Called and asked for help"));
        Assert.Equal(HttpStatusCode.Redirect, led.Status);

        return HttpUtility.ParseQueryString(led.Location.Split('?')[1])[AssistFields.Code]!;
    }

    /// <summary>What the first node's admin says of the latest session.</summary>
    public async Task<string> LatestAsync() => (await FindLatestAsync()).Text;

    /// <summary>Has the administrator end the latest session on the page of the first node.</summary>
    public async Task RevokeLatestAsync()
    {
        var revoke = RevokeLink().Match((await FindLatestAsync()).Html).Value;
        Assert.Equal(HttpStatusCode.Redirect, (await _admin!.PostAsync(revoke, await TokenAsync())).Status);
    }

    /// <summary>
    /// Asks both nodes while nobody may write what the statement locks, and lets them go on once both wait for it: so each has
    /// read what is there, and neither has seen anything of the other. Of two who wait for a row, the first gets it first.
    /// </summary>
    internal async Task<(ApiAnswer First, ApiAnswer Second)> AtTheSameMomentAsync(string locking, Func<AssistNode, Task<ApiAnswer>> askFirst, Func<AssistNode, Task<ApiAnswer>> askSecond)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        Task<ApiAnswer> first, second;

        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, locking);
            first = askFirst(First);
            await UntilAsync(connection.ProcessID, waiting: 1);
            second = askSecond(Second);
            await UntilAsync(connection.ProcessID, waiting: 2);
        }

        return (await first, await second);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    private async Task<SitePage> FindLatestAsync()
    {
        var tab = await _admin!.GetAsync($"/Admin/Customers/{_customer}?tab=assisted");
        Assert.Equal(HttpStatusCode.OK, tab.Status);

        return tab with { Html = tab.Html.Split("history-entry\">")[1].Split("</section>")[0] };
    }

    /// <summary>Waits until so many wait for somebody, or for those who wait already.</summary>
    private async Task UntilAsync(int holder, int waiting)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Waiting, connection) { Parameters = { new() { Value = holder } } };
        var clock = Stopwatch.StartNew();

        while ((long)(await command.ExecuteScalarAsync())! < waiting)
        {
            Assert.True(clock.Elapsed < Patience, $"Nobody waits as number {waiting}.");
            await Task.Delay(10);
        }
    }

    private async Task<(string Name, string Value)> TokenAsync() => (Answers.TokenName, await _admin!.TokenAsync());

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("/Admin/Customers/([0-9a-z]{26})/Assist")]
    private static partial Regex AssistLink();

    [GeneratedRegex("/Admin/Customers/[0-9a-z]{26}/Assist/[0-9a-f]{32}/Revoke")]
    private static partial Regex RevokeLink();
}

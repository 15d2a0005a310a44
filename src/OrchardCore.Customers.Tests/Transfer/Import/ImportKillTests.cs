using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Databases;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>An import on the sample site whose process ends at once, again and again, at moments that nobody chose.</summary>
public abstract class ImportKillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Each waits for the lease of the killed process and for the task that looks each minute.</summary>
    private static readonly int Kills = System.Environment.GetEnvironmentVariable("CUSTOMERS_LONG") is null ? 3 : 20;

    /// <summary>So many that the import lasts longer than the kills, and every tenth is wrong.</summary>
    private static readonly int Rows = 4_000 * Kills;

    private protected static async Task RunAsync(SampleHostProcess host, Func<DbConnection> connect, string quote, string check)
    {
        var random = new Random(20261130);
        string run;

        using (var admin = await LogInAsync(host))
        {
            run = await admin.OpenAsync("Contact Name,Email,Company,Date Of Birth\n" + string.Concat(Enumerable.Range(0, Rows).Select(Line)));
            Assert.Equal(run, (await admin.PressAsync(run, ImportPlanForm.Import)).Location);
        }

        var kills = 0;

        for (var before = 0; kills < Kills && before < Created(); before = Count())
        {
            // It has gone on since the last time.
            await UntilAsync(() => Count() > before);
            await Task.Delay(random.Next(0, 1000), TestContext.Current.CancellationToken);
            await host.KillAsync();
            kills++;
            Assert.Equal("ok", Read(check));

            // Whole steps only: each customer has its document, its row and its claims.
            Assert.Equal("0", Read($"select count(*) from {Table("CustomerIndex")} i left join {Table("Document")} d on d.{Name("Id")} = i.{Name("DocumentId")} where d.{Name("Id")} is null"));
            Assert.Equal("0", Read($"select count(*) from {Table("CustomerIndex")} i where not exists (select 1 from {Table("CustomerKeyIndex")} k where k.{Name("ContentItemId")} = i.{Name("ContentItemId")})"));
            await host.RunAsync();
        }

        Assert.InRange(kills, Math.Min(2, Kills), Kills);
        using var user = await LogInAsync(host);
        var page = await user.GetAsync(run);
        await UntilAsync(async () => (page = await user.GetAsync(run)).Html.Contains("data-live=\"over\"", StringComparison.Ordinal));

        // None lost, none doubled, and what the run says is true.
        Assert.Equal(Created(), Count());
        Assert.Equal(Hash(Enumerable.Range(0, Rows).Where(IsGood).Select(row => $"killed {row:D6}")), Hash(Names()));
        Assert.Contains($"Created {Created().ToString("N0", CultureInfo.InvariantCulture)}", page.Counts());
        Assert.Contains($"Failed {(Rows - Created()).ToString("N0", CultureInfo.InvariantCulture)}", page.Counts());

        int Count() => int.Parse(Read($"select count(*) from {Table("CustomerIndex")} where {Name("Company")} = 'killed'"), CultureInfo.InvariantCulture);

        string Table(string name) => quote + name + quote;

        string Name(string name) => quote + name + quote;

        string Read(string sql) => ReadAll(connect, sql)[0];

        List<string> Names() => ReadAll(connect, $"select {Name("ContactName")} from {Table("CustomerIndex")} where {Name("Company")} = 'killed' order by {Name("ContactName")}");
    }

    private static bool IsGood(int row) => row % 10 != 9;

    private static int Created() => Enumerable.Range(0, Rows).Count(IsGood);

    private static string Line(int row) => $"Killed {row:D6},k{row}@killed.example,Killed,{(IsGood(row) ? "1990-02-01" : "1990-02-31")}\n";

    private static string Hash(IEnumerable<string> names) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));

    private static List<string> ReadAll(Func<DbConnection> connect, string sql)
    {
        using var connection = connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();

        while (reader.Read())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);

        while (!await condition())
        {
            await Task.Delay(50, enough.Token);
        }
    }

    private static async Task<SiteUser> LogInAsync(SampleHostProcess host)
    {
        var user = new SiteUser(host.NewClient());
        Assert.Equal(HttpStatusCode.Redirect, (await user.SubmitAsync("/Login", ("LoginForm.UserName", TestSite.Admin), ("LoginForm.Password", TestSite.Password))).Status);

        return user;
    }
}

/// <summary>Two classes, so that neither waits for the other.</summary>
public sealed class SqliteImportKillTests : ImportKillTests
{
    [Fact]
    public async Task TheEndIsTheSameAsWithoutKill9()
    {
        await using var host = await SampleHostProcess.StartAsync();
        await using (var connection = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode";
            Assert.Equal("wal", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }

        await RunAsync(host, () => new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False"), "", "pragma integrity_check");
    }
}

/// <inheritdoc cref="SqliteImportKillTests"/>
public sealed class PostgresImportKillTests : ImportKillTests
{
    private const string Tenant = "OrchardCore__OrchardCore_AutoSetup__Tenants__0__";

    [Fact]
    public async Task TheEndIsTheSameAsWithoutKill9()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        var server = await PostgresServer.GetAsync();
        var database = await server.CreateDatabaseAsync();

        try
        {
            await using var host = await SampleHostProcess.StartAsync(new Dictionary<string, string> { [Tenant + "DatabaseProvider"] = "Postgres", [Tenant + "DatabaseConnectionString"] = database });
            await RunAsync(host, () => new NpgsqlConnection(database), "\"", "select 'ok'");
        }
        finally
        {
            await server.DropDatabaseAsync(database);
        }
    }
}

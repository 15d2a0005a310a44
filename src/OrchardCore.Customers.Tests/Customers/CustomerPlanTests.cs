using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using SQLitePCL;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>
/// What a page of the list costs among 20,000 customers, told without a clock: how many statements, and how many rows each of
/// them reads. Every filter with every sort in both directions. Where filter and order go together, and those who match are not
/// among the first of the sort, all who match are sorted.
/// </summary>
public abstract class CustomerPlanTests(TestSiteDatabase database) : IAsyncLifetime
{
    /// <summary>One more tells that there are more, and is read itself.</summary>
    private const int MaxRows = CustomerPosition.MaxNumberedRows + 2;

    private const int Customers = 20_000;
    private const int MaxStatements = 3;

    /// <summary>Values that many customers have, and values that few have.</summary>
    private static readonly (string Filter, string Value)[] Filters =
    [
        ("status", "Active"), ("status", "Inactive"),
        ("id", "id-1"), ("id", "ID-1"), ("id", "id-19999"),
        ("number", "C-"), ("number", "C-01234"), ("number", "c-012"),
        ("firstname", "j"), ("firstname", "zof"), ("firstname", "nobody"),
        ("lastname", "s"), ("lastname", "Quasten"), ("lastname", "w"),
        ("company", "s"), ("company", "quastenfl"),
        ("site", "DE"), ("site", "IS"),
        ("hold", "yes"), ("hold", "no"),
        ("managedby", "nobody"), ("managedby", "user3"), ("managedby", "gone"),
        ("account", "yes"), ("account", "no"),
        ("created", "2023-01-05.."), ("created", "..2023-01-02"), ("created", "2023-01-03..2023-01-03"),
    ];

    protected TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await CustomersSite.StartAsync(database);
        await CustomerLoader.LoadAsync(Site, Customers, Complete);

        // An account would need a user for each.
        await Site.InScopeAsync(services => ExecuteAsync(services, "update \"CustomerIndex\" set \"HasAccount\" = true where \"DocumentId\" % 5 = 0"));
        await TidyAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [Fact]
    [Seed("E2", "E3", "E4", "E5", "E6")]
    public async Task NoPageReadsMoreThanTenThousandRowsOrAsksMoreThanThreeTimes()
    {
        var excesses = new List<string>();
        var pages = 0;

        foreach (var (filter, value) in Filters.Prepend(("", "")))
        {
            var filters = filter.Length == 0 ? new Dictionary<string, string>() : new() { [filter] = value };

            foreach (var sort in Enum.GetValues<CustomerSort>())
            {
                foreach (var descending in new[] { false, true })
                {
                    var query = new CustomerQuery { Filters = filters, Sort = sort, Descending = descending };
                    var statements = await ReadAsync(query);
                    pages++;
                    Assert.InRange(statements.Count, 1, MaxStatements);
                    excesses.AddRange(statements.Where((statement, index) => statement.Rows > (index > 0 && IsWalk(statements[index - 1]) ? Customers + MaxStatements * query.PageSize : MaxRows)).Select(statement
                        => $"{filter}={value} by {sort}{(descending ? " down" : "")}: {statement.Rows} rows: {statement.Plan}\n   {statement.Sql}"));
                }
            }
        }

        Assert.True(excesses.Count == 0, $"{excesses.Count} of {pages}\n{string.Join('\n', excesses)}");
    }

    /// <summary>The first to be created have the first numbers: by number, who was created later is far from the first of the sort.</summary>
    [Theory]
    [InlineData("created", "2023-01-08..", CustomerSort.Number, false)]
    [InlineData("created", "..2023-01-10", CustomerSort.Number, true)]
    [InlineData("account", "no", CustomerSort.LastName, true)]
    public async Task WhoeverIsWalkedForOrSortedThePageIsTheSame(string filter, string value, CustomerSort sort, bool descending)
    {
        var query = new CustomerQuery { Filters = new Dictionary<string, string> { [filter] = value }, Sort = sort, Descending = descending };
        var matching = await Site.InScopeAsync(async services =>
        {
            var condition = await services.GetServices<ICustomerListFilter>().Single(other => other.Name == filter).GetPredicateAsync(value);

            return (await services.GetRequiredService<ISession>().QueryIndex(condition!).ListAsync()).ToList();
        });
        Assert.InRange(matching.Count, CustomerWalk.MaxSorted + 1, Customers - 1);
        var expected = matching.OrderBy(row => (string)sort.ValueOf(row), StringComparer.Ordinal).ThenBy(row => row.DocumentId).Select(row => row.ContentItemId).ToList();

        if (descending)
        {
            expected.Reverse();
        }

        foreach (var number in new[] { 1, 2, 200 })
        {
            var page = await Site.InScopeAsync(services => FindAsync(services, query with { Position = new CustomerPosition.Numbered(number) }));
            Assert.Equal(expected.Skip((number - 1) * query.PageSize).Take(query.PageSize), page.Customers.Select(customer => customer.ContentItemId));
        }
    }

    private static bool IsWalk(Statement statement)
        => statement.Sql.Contains(string.Create(CultureInfo.InvariantCulture, $"offset {CustomerWalk.MaxWalked - 1}"), StringComparison.OrdinalIgnoreCase);

    /// <summary>What a page asks of the database, each statement with its parameters in it.</summary>
    protected abstract Task<List<Statement>> ReadAsync(CustomerQuery query);

    /// <summary>What the database does by itself some time after a load.</summary>
    protected abstract Task TidyAsync();

    protected static Task<CustomerPage> FindAsync(IServiceProvider services, CustomerQuery query)
        => services.GetRequiredService<ICustomerFinder>().FindAsync(query, new ClaimsPrincipal());

    protected static async Task<DbConnection> ExecuteAsync(IServiceProvider services, [StringSyntax("Sql")] string sql)
    {
        var connection = await services.GetRequiredService<ISession>().CreateConnectionAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();

        return connection;
    }

    /// <summary>Ids for all, and for some a site, a user, and a hold: one that ended, one that goes on.</summary>
    private static void Complete(CustomerPart part, int row)
    {
        part.CustomId = string.Create(CultureInfo.InvariantCulture, $"id-{row}");
        part.PreferredSite = row % 100 == 0 ? "IS" : row % 3 == 0 ? "AT" : "DE";
        part.ManagedBy = row % 7 == 0 ? string.Create(CultureInfo.InvariantCulture, $"user{row % 5}") : null;
        part.Hold = row % 50 == 0 ? new CustomerHold { Reason = "Payment" }
            : row % 51 == 0 ? new CustomerHold { UntilUtc = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc) }
            : null;
    }

    protected sealed record Statement(string Sql, string Plan, long Rows);
}

/// <summary>
/// SQLite counts the steps of its machine. To pass a row of an index takes it five to eight of them (next, column, compare,
/// jump, count down), so an eighth of the steps tells a scan of all customers from one of half of them.
/// </summary>
public sealed class SqliteCustomerPlanTests() : CustomerPlanTests(TestSiteDatabase.Sqlite)
{
    private const int StepsPerRow = 8;

    /// <summary>To sort one takes two more for each of its columns and those of its document, which is a row too.</summary>
    private const int StepsPerSortedRow = 10;

    protected override Task TidyAsync() => Task.CompletedTask;

    protected override Task<List<Statement>> ReadAsync(CustomerQuery query) => Site.InScopeAsync(async services =>
    {
        var connection = (SqliteConnection)await services.GetRequiredService<ISession>().CreateConnectionAsync();
        var asked = new List<string>();
        raw.sqlite3_trace(connection.Handle, (_, statement) => asked.Add(statement), null);
        await FindAsync(services, query);
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace)null!, null);

        return asked.Where(statement => statement.Contains(nameof(CustomerIndex), StringComparison.Ordinal)).Select(statement => Measure(connection, statement)).ToList();
    });

    private static Statement Measure(SqliteConnection connection, string sql)
    {
        raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement);

        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                // Only the steps are of interest.
            }

            var steps = raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);

            var plan = Plan(connection, sql);

            return new Statement(sql, plan, steps / (plan.Contains("TEMP B-TREE", StringComparison.Ordinal) ? StepsPerSortedRow : StepsPerRow));
        }
    }

    private static string Plan(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is what the site asked for itself.
        command.CommandText = "explain query plan " + sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var steps = new List<string>();

        while (reader.Read())
        {
            steps.Add(reader.GetString(reader.GetOrdinal("detail")));
        }

        return string.Join("; ", steps);
    }
}

/// <summary>
/// PostgreSQL says of each node of a plan how many rows it gave and how many it threw away.
/// </summary>
public sealed class PostgresCustomerPlanTests() : CustomerPlanTests(TestSiteDatabase.Postgres)
{
    protected override Task TidyAsync() => Site.InScopeAsync(services => ExecuteAsync(services, "vacuum analyze"));

    protected override Task<List<Statement>> ReadAsync(CustomerQuery query) => Site.InScopeAsync(async services =>
    {
        var statements = new List<Statement>();
        var connection = (NpgsqlConnection)await ExecuteAsync(services, """
            load 'auto_explain';
            set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_timing = off;
            set auto_explain.log_format = json; set client_min_messages = log
            """);
        connection.Notice += (_, arguments) => statements.AddRange(Read(arguments.Notice.MessageText));
        await FindAsync(services, query);

        return statements;
    });

    /// <summary>What auto_explain says: how long it took, and the plan as JSON.</summary>
    private static IEnumerable<Statement> Read(string notice)
    {
        var start = notice.IndexOf('{', StringComparison.Ordinal);

        if (start < 0 || !notice.Contains(nameof(CustomerIndex), StringComparison.Ordinal))
        {
            yield break;
        }

        var explained = JsonDocument.Parse(notice[start..]).RootElement;
        var nodes = Nodes(explained.GetProperty("Plan")).ToList();
        var plan = nodes.Select(node => node.TryGetProperty("Index Name", out var index) ? $"{node.GetProperty("Node Type")} {index}" : node.GetProperty("Node Type").ToString());

        yield return new Statement(explained.GetProperty("Query Text").GetString()!, string.Join("; ", plan), nodes.Where(IsScan).Sum(node => Rows(node) + Removed(node)));
    }

    private static bool IsScan(JsonElement node) => node.GetProperty("Node Type").GetString()!.EndsWith("Scan", StringComparison.Ordinal) && node.GetProperty("Node Type").GetString() != "Bitmap Index Scan";

    private static long Rows(JsonElement node) => (long)(node.GetProperty("Actual Rows").GetDouble() * node.GetProperty("Actual Loops").GetDouble());

    private static long Removed(JsonElement node)
        => new[] { "Rows Removed by Filter", "Rows Removed by Index Recheck" }
            .Sum(name => node.TryGetProperty(name, out var removed) ? (long)(removed.GetDouble() * node.GetProperty("Actual Loops").GetDouble()) : 0);

    private static IEnumerable<JsonElement> Nodes(JsonElement node)
        => (node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().SelectMany(Nodes) : []).Prepend(node);
}

using System.Text.RegularExpressions;
using OrchardCore.Customers.Bench.Data;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>How the database runs a statement.</summary>
/// <param name="Text">The steps, in one line.</param>
/// <param name="SlowSteps">How many of them read a whole table without an index, or sort.</param>
internal sealed partial record QueryPlan(string Text, int SlowSteps)
{
    /// <param name="statement">A statement of YesSql about content items, with no other parameter than their type.</param>
    public static async Task<QueryPlan> ExplainAsync(BenchSite site, string statement)
    {
        var isSqlite = site.Database == TestSiteDatabase.Sqlite;
        await using var connection = await site.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = (isSqlite ? "explain query plan " : "explain (costs off) ") + statement;
        var type = command.CreateParameter();
        (type.ParameterName, type.Value) = ("@Type", CustomerLoader.DocumentType);
        command.Parameters.Add(type);

        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();

        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(isSqlite ? reader.GetOrdinal("detail") : 0).Trim());
        }

        return new QueryPlan(string.Join("; ", steps), steps.Count(step => Slow().IsMatch(step)));
    }

    /// <summary>SQLite also says SCAN when it walks an index, as far as it has to.</summary>
    [GeneratedRegex(@"^SCAN (?!.*USING (COVERING )?INDEX)|TEMP B-TREE|Seq Scan|\bSort\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slow();
}

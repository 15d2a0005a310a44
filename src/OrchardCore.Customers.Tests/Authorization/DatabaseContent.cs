using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts.RateLimits;
using OrchardCore.Data;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Tells whether anything in a site's database has changed.</summary>
internal static class DatabaseContent
{
    /// <summary>
    /// One line for each table, with a hash of its rows. That something was tried is no change: what is counted for the rate
    /// limits is left out, as is where the ids of documents are taken from, and SQLite's search index, which has what the customers have.
    /// </summary>
    public static Task<List<string>> HashAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync();

        var tables = await ReadAsync(connection, connection.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal)
            ? "select name from sqlite_master where type = 'table'"
            : "select table_name from information_schema.tables where table_schema = 'public'");
        var lines = new List<string>();

        foreach (var table in tables.Where(table => !IsCount(table) && table != "Identifiers" && !table.StartsWith("CustomerSearch", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var rows = string.Join('\n', (await ReadAsync(connection, $"select * from \"{table}\"")).Where(row => !IsCount(row)).Order(StringComparer.Ordinal));
            lines.Add($"{table} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rows)))}");
        }

        return lines;
    });

    private static bool IsCount(string text) => text.Contains(nameof(CountedAttempt), StringComparison.Ordinal);

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();

        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}

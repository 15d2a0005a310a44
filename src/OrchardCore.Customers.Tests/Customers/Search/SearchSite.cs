using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Sql.Search;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Customers.Search;

/// <summary>What tests ask of the search index itself.</summary>
internal static class SearchSite
{
    public static bool IsSqlite(this TestSite site) => site.DialectOf() == "Sqlite";

    /// <summary>
    /// Whether the index has the words of each customer and nothing else. PostgreSQL sees to that itself; of SQLite's, each
    /// trigram is compared with where it stands in the words.
    /// </summary>
    public static Task AssertInStepAsync(this TestSite site) => site.InScopeAsync(async services =>
    {
        if (!site.IsSqlite())
        {
            return;
        }

        await using var connection = services.GetRequiredService<IStore>().Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await AssertInStepAsync(connection, "");
    });

    public static async Task AssertInStepAsync(DbConnection connection, string prefix)
    {
        var expected = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (id, words, _) in await RowsAsync(connection, $"select DocumentId, Words, '' from [{prefix}CustomerIndex]"))
        {
            Rune[] runes = [.. words.EnumerateRunes()];

            for (var index = 0; index + 2 < runes.Length; index++)
            {
                expected.Add(Entry(id, runes[index].ToString() + runes[index + 1] + runes[index + 2], index.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var actual = (await EntriesAsync(connection, prefix)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(expected.Except(actual).Take(5));
        Assert.Empty(actual.Except(expected).Take(5));
    }

    /// <summary>Each trigram of the index with its document and place.</summary>
    public static async Task<IReadOnlyList<string>> EntriesAsync(DbConnection connection, string prefix)
    {
        await ExecuteAsync(connection, $"create virtual table temp.vocabulary using fts5vocab(main, '{prefix}CustomerSearch', 'instance')");
        var entries = await RowsAsync(connection, "select doc, term, offset from temp.vocabulary");
        await ExecuteAsync(connection, "drop table temp.vocabulary; pragma integrity_check");

        return [.. entries.Select(entry => Entry(entry.Id, entry.Text, entry.Place))];
    }

    /// <summary>Runs SQL beside the site's sessions.</summary>
    public static Task ExecuteAsync(this TestSite site, string sql) => site.InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IStore>().Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    });

    public static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tests write it.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public static Task BuildAsync(this TestSite site)
        => site.InScopeAsync(services => services.GetRequiredService<ICustomerSearchIndex>().BuildAsync(CancellationToken.None));

    public static Task<int?> CountHitsAsync(this TestSite site, string text)
        => site.InScopeAsync(services => services.GetRequiredService<ICustomerSearchIndex>().CountAsync(new SearchedTexts([[text]], IsExact: true), 1_000));

    private static string DialectOf(this TestSite site)
        => site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IStore>().Configuration.SqlDialect.Name)).GetAwaiter().GetResult();

    private static string Entry(long id, string text, string place) => $"{id}: {text} at {place}";

    private static async Task<List<(long Id, string Text, string Place)>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(long, string, string)>();

        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetInt64(0), reader.GetString(1), Convert.ToString(reader.GetValue(2), CultureInfo.InvariantCulture)!));
        }

        return rows;
    }
}

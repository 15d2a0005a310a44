using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>Rows in which anything may stand go the whole way of an import.</summary>
public sealed class ImportFuzzTests(SqliteImportSite fixture) : IClassFixture<SqliteImportSite>
{
    private static readonly string[] Headings =
    [
        "Command", "Customer Number", "Custom Id", "Contact Name", "First Name", "Last Name", "Email", "Phone", "Company", "Date Of Birth", "Gender", "Language", "Currency", "Status",
        "On Hold", "Groups", "References", "Managed By", "Ship To Address 1", "Ship To City", "Ship To State", "Ship To Postal Code", "Ship To Country", "Use Ship To Address", "Bill To Address 1", "Bill To Country",
    ];

    private static readonly string[] Pieces =
    [
        "", "", "", "Ann", "Yes", "no", "NEW", "UPDATE", "DELETE", "ann@example.com", "@", "=cmd|' /C calc'!A0", "+49 30 123", "-1", "'", "''=", "\"", "\"\"", ",", ";", "\r\n", "\n", "\r", "\t", "\0", "\uFEFF", "\u202E",
        "عبد الله", "Å", "e\u0301", "😀", "<script>alert(1)</script>", "{{ 7*7 }}", "%", "_", "\\", "1990-02-30", "1990-02-01", "31/12/1999", "2020-02-29T00:00:00Z", "0001-01-01", "9999-12-31", "US", "United States", "NY", "Germany",
        "EUR", "de-AT", "Female", "Active", "a=b;c=d", "a\\=;;=", "C-000001", "x y", "..", "1e400", "٣", "NaN", "null", "admin",
    ];

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task NothingThatStandsInARowStopsAnImport()
    {
        var rows = System.Environment.GetEnvironmentVariable("CUSTOMERS_LONG") is null ? 1_500 : 100_000;
        var columns = await KnownAsync();
        var (result, run) = await Site.UploadAsync(Write(columns, rows, new Random(20261130)));
        Assert.True(result.Succeeded, ImportSiteExtensions.TextOf(result));
        Assert.True((await Site.PlanAsync(run!.JobId, [.. columns], new() { OnDuplicate = DuplicateAction.Update })).Succeeded);

        var tried = await Site.RunAsync(run.JobId, ImportPhase.Trial);
        Assert.Equal(JobState.Finished, tried.State);
        var done = await Site.RunAsync(run.JobId, ImportPhase.Import);

        Assert.Equal((JobState.Finished, tried.Trial.Read), (done.State, done.Result.Read));
        Assert.True(done.Result.Created > 0, "Some rows are good.");
        Assert.True(done.Result.Failed > 0, "Some rows are bad.");
        Assert.DoesNotContain(await Site.ProblemsAsync(run.JobId), problem => problem.Contains("The database refused", StringComparison.Ordinal) || problem.Contains("unexpected", StringComparison.Ordinal));
        var undone = await Site.RunAsync(run.JobId, ImportPhase.Undo);
        Assert.Equal((JobState.Finished, done.Result.Created + done.Result.Updated + done.Result.Deleted), (undone.State, undone.Undone.Done + undone.Undone.Left));
    }

    /// <summary>Headings that are no column here would not be read.</summary>
    private Task<string[]> KnownAsync() => Site.InScopeAsync(async services =>
    {
        var catalog = services.GetRequiredService<CustomerTransferCatalog>();
        var known = (await catalog.ListAsync()).Where(column => column.IsForImport).Select(column => column.Name).Append(RowCommands.Column).ToHashSet(StringComparer.Ordinal);
        Assert.True(Headings.Count(known.Contains) > 20, string.Join(", ", known));

        return Headings.Where(known.Contains).ToArray();
    });

    private static byte[] Write(string[] columns, int rows, Random random)
    {
        var text = new StringBuilder(string.Join(',', columns)).Append("\r\n");

        for (var row = 0; row < rows; row++)
        {
            // Half of the rows have a name and little else, so that some are good.
            var wild = random.Next(2) == 0;
            text.AppendJoin(',', columns.Select(column => Cell(column, row, wild, random))).Append(random.Next(20) == 0 ? "\n" : "\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string column, int row, bool isWild, Random random)
    {
        var cell = column == "Contact Name" && !isWild ? $"Fuzz {row}"
            : isWild || random.Next(12) == 0 ? string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pieces[random.Next(Pieces.Length)]))
            : "";

        return random.Next(40) == 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

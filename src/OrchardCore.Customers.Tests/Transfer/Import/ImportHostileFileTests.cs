using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>Files that are made to cost much, or to look like something else; and what is left of files that nobody wants.</summary>
public sealed class ImportHostileFileTests(SqliteImportSite fixture) : IClassFixture<SqliteImportSite>
{
    /// <summary>Nobody waits for a page that is longer.</summary>
    private const int LongPage = 2_000_000;

    /// <summary>How much is told of what is wrong with a row.</summary>
    private const int MaxErrors = 20;

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task FewRowsOfMillionsOfCharactersAreHeldAndToldOfTogether()
    {
        var cell = new string('x', 900_000);
        var csv = "Contact Name,Company,First Name\n" + string.Concat(Enumerable.Range(1, 12).Select(row => $"Long {row},{cell},{cell}\n"));
        var run = await Site.ImportAsync(csv);
        Assert.Equal((12, 0, 0, 0, 0, 0, 12), run.Result.Figures());

        var logs = await Site.InScopeAsync(async services => (await services.GetRequiredService<ISession>().Query<ImportLog, ImportLogIndex>(index => index.JobId == run.JobId, collection: CustomersConstants.Collection).ListAsync()).ToArray());
        Assert.All(logs, log => Assert.InRange(log.Rows.Sum(row => row.Cells!.Sum(text => text.Length)), 1, 4_000_000));

        // The file of the failed rows has all of it, the page how it begins.
        Assert.Equal(12, (await Site.FailedFileAsync(run.JobId)).Split('\n').Count(line => line.Contains($",{cell},{cell},", StringComparison.Ordinal)));
        using var admin = await SiteUser.AdminAsync(Site);
        var page = await admin.GetAsync($"{ImportPages.List}/{run.JobId}");
        Assert.Contains("Row 12, line 13", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Html.Length, 1, LongPage);
    }

    [Theory]
    [InlineData("Groups")]
    [InlineData("Further Sites")]
    [InlineData("References")]
    public async Task ACellOfThousandsOfWrongNamesIsToldOfInShort(string column)
    {
        var cell = string.Join(';', Enumerable.Range(1, 30_000).Select(number => column == "References" ? $"k{number}=" + new string('v', 300) : $"unknown{number}"));
        var run = await Site.ImportAsync($"Contact Name,{column}\nMany,\"{cell[..Math.Min(cell.Length, 999_000)].TrimEnd('k', ';')}\"\n");
        Assert.Equal(1, run.Result.Failed);

        Assert.InRange(Assert.Single(await Site.LogAsync(run.JobId, ImportLogKind.Failed)).Errors.Length, 1, MaxErrors);
        using var admin = await SiteUser.AdminAsync(Site);
        Assert.InRange((await admin.GetAsync($"{ImportPages.List}/{run.JobId}")).Html.Length, 1, LongPage);
    }

    [Fact]
    public async Task AMessageQuotesNoMillionCharacters()
    {
        var run = await Site.ImportAsync($"Contact Name,Status\nLong status,{new string('s', 900_000)}\n");

        Assert.InRange(Assert.Single(Assert.Single(await Site.LogAsync(run.JobId, ImportLogKind.Failed)).Errors).Message.Length, 1, 1_001);
    }

    [Fact]
    public async Task TheNameOfAFileSaysNothingThatCannotBeSeen()
    {
        var (_, run) = await Site.UploadAsync("Contact Name\nAnn\n"u8.ToArray(), "list\u202Egpj\0\n.csv");

        Assert.Equal("listgpj.csv", run!.FileName);
    }

    [Fact]
    public async Task NobodyBetweenKeepsTheFailedRows()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await Site.ImportAsync("Contact Name,Status\nPrivate,unheard\n");
        var answer = await admin.DownloadAsync($"{ImportPages.List}/{run.JobId}/Failed");

        Assert.Contains("Cache-Control: no-store", answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfADiscardedFileNothingIsKept()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        // Before the check, and after it, when rows of the file stand among what failed.
        foreach (var isChecked in new[] { false, true })
        {
            var path = await admin.OpenAsync("Contact Name,Status\nUnwanted,unheard\n");
            var id = path[(path.LastIndexOf('/') + 1)..];
            var fileId = (await Site.FindRunAsync(id)).FileId!;

            if (isChecked)
            {
                await admin.RunAsync(path, "");
                Assert.Single(await Site.LogAsync(id, ImportLogKind.TrialFailed));
            }

            var discarded = await admin.PostAsync(path + "/Cancel", [.. (await admin.GetAsync(path + "/Plan")).Fields, ("discard", "true")]);

            Assert.Equal((HttpStatusCode.Redirect, ImportPages.List), (discarded.Status, discarded.Location));
            Assert.Equal((ImportPhase.Setup, JobState.Cancelled), await Site.FindRunAsync(id) is var run ? (run.Phase, run.State) : default);
            Assert.Null(await Site.InScopeAsync(services => services.GetRequiredService<TransferFileStore>().FindAsync(fileId)));
            Assert.Empty(await Site.LogAsync(id, ImportLogKind.TrialFailed));
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task AnImportThatBeganLongAfterTheUploadCanBeUndoneAsLongAsItSays()
    {
        var run = await Site.ImportAsync("Contact Name,Company\nLate,LateUndo\n");
        await Site.ChangeRunAsync(run.JobId, stored => stored.CreatedUtc = DateTime.UtcNow.AddDays(-31));
        await Site.ManageAsync(run.JobId, (manager, _) => manager.DeleteOldAsync());

        Assert.Equal((JobState.Finished, 1, 0), await Site.RunAsync(run.JobId, ImportPhase.Undo) is var undone ? (undone.State, undone.Undone.Done, undone.Undone.Left) : default);

        await Site.ChangeRunAsync(run.JobId, stored => stored.UndoUntilUtc = DateTime.UtcNow.AddMinutes(-1));
        await Site.ManageAsync(run.JobId, (manager, _) => manager.DeleteOldAsync());
        Assert.Null(await Site.InScopeAsync(services => services.GetRequiredService<IImportManager>().FindAsync(run.JobId)));
        Assert.Empty(await Site.LogAsync(run.JobId, ImportLogKind.Journal));
    }
}

using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>What goes wrong while files are imported.</summary>
public abstract class ImportFaultTests(ImportSite fixture)
{
    private const int Many = 330;

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 whatever this is", "archive")]
    [InlineData("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007", "text")]
    public async Task WhatIsNoListIsRefusedInTheUsersWordsAndNothingOfItIsKept(string content, string reason)
    {
        var before = await FilesAsync();
        var (result, run) = await Site.UploadAsync(Encoding.Latin1.GetBytes(content));

        Assert.Null(run);
        Assert.Contains(reason, ImportSiteExtensions.TextOf(result), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await FilesAsync());
    }

    [Fact]
    public async Task AFileWithAHeaderOnlyIsImportedAndHasNoRows()
    {
        var run = await Site.ImportAsync("Contact Name,Email\n");

        Assert.Equal((JobState.Finished, 0L, (0, 0, 0, 0, 0, 0, 0)), (run.State, run.Rows, run.Result.Figures()));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public async Task FilesOfOldProgramsAreReadWithTheirAccents(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(encoding);
        var company = "Enc" + encoding.Replace("-", "", StringComparison.Ordinal);
        var (_, run) = await Site.UploadAsync([.. text.GetPreamble(), .. text.GetBytes($"Contact Name;Company;Phone\r\nÅse Bjørnsdóttir;{company};0049 30\r\n")]);
        Assert.True((await Site.PlanAsync(run!.JobId, ["Contact Name", "Company", "Phone"], null)).Succeeded);
        await Site.RunAsync(run.JobId, ImportPhase.Import);

        Assert.Equal(("Åse Bjørnsdóttir", "0049 30"), Assert.Single(await Site.FindAllAsync(company)) is var customer ? (customer.Part().ContactName, customer.Part().Phone) : default);
    }

    [Fact]
    public async Task OneBadRowAmongManyCostsNoOtherAndAllBadRowsAreAllTold()
    {
        var one = await Site.ImportAsync("Contact Name,Email,Company\n" + Lines(Many, index => $"Good {index},{(index == 123 ? "bad" : $"g{index}@one.example")},OneBad"));
        Assert.Equal((Many, Many - 1, 0, 0, 0, 0, 1), one.Result.Figures());
        Assert.Equal(124, Assert.Single(await Site.LogAsync(one.JobId, ImportLogKind.Failed)).Row);

        var all = await Site.ImportAsync("Contact Name,Email,Company\n" + Lines(Many, index => $"Bad {index},bad {index},AllBad"));
        Assert.Equal((Many, 0, 0, 0, 0, 0, Many), all.Result.Figures());
        Assert.Equal(Enumerable.Range(1, Many).Select(row => (long)row), (await Site.LogAsync(all.JobId, ImportLogKind.Failed)).Select(row => row.Row));
    }

    [Fact]
    public async Task WhoeverComesNextGoesOnWhereAnInterruptedImportStopped()
    {
        var id = await Site.PlanAsync("Contact Name,Company\n" + Lines(Many, index => $"Resumed {index},ResumedImport"));
        Assert.True((await Site.BeginAsync(id, ImportPhase.Import)).Succeeded);
        await Site.StepAsync(id, [Row(1, "Resumed 0", "ResumedImport"), Row(2, "Resumed 1", "ResumedImport")]);

        // The lease of the one that was interrupted is not over yet.
        await Site.WorkAsync(id);
        Assert.Equal(2, (await Site.FindRunAsync(id)).Result.Created);

        await Site.EndLeaseAsync(id);
        await Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<JobTask>().Single().DoWorkAsync(services, CancellationToken.None));

        Assert.Equal((Many, Many, 0, 0, 0, 0, 0), (await Site.FindRunAsync(id)).Result.Figures());
        Assert.Equal(Many, (await Site.FindAllAsync("ResumedImport")).Select(customer => customer.Part().ContactName).Distinct().Count());
    }

    [Fact]
    public async Task TwoRunnersAtOnceImportEachRowOnce()
    {
        var id = await Site.PlanAsync("Contact Name,Company\n" + Lines(Many, index => $"Raced {index},RacedImport"));
        Assert.True((await Site.BeginAsync(id, ImportPhase.Import)).Succeeded);

        await Task.WhenAll(Site.WorkAsync(id), Site.WorkAsync(id), Site.WorkAsync(id));

        Assert.Equal((Many, Many, 0, 0, 0, 0, 0), (await Site.FindRunAsync(id)).Result.Figures());
        Assert.Equal(Many, (await Site.FindAllAsync("RacedImport")).Length);
    }

    [Fact]
    public async Task TheSameFileTwiceAtOnceMakesEachCustomerOnce()
    {
        var csv = "Contact Name,Email,Company\n" + Lines(60, index => $"Twice {index},t{index}@twice.example,TwiceImport");
        string[] ids = [await Site.PlanAsync(csv), await Site.PlanAsync(csv)];

        foreach (var id in ids)
        {
            Assert.True((await Site.BeginAsync(id, ImportPhase.Import)).Succeeded);
        }

        await Task.WhenAll(ids.Select(Site.WorkAsync));

        ImportRun[] runs = [await Site.FindRunAsync(ids[0]), await Site.FindRunAsync(ids[1])];
        Assert.All(runs, run => Assert.Equal((JobState.Finished, 60), (run.State, run.Result.Read)));
        Assert.Equal((60, 60), (runs.Sum(run => run.Result.Created), runs.Sum(run => run.Result.Failed)));
        Assert.Equal(60, (await Site.FindAllAsync("TwiceImport")).Length);
    }

    [Fact]
    public async Task AnImportWaitsGoesOnAndIsEndedAsTheUserWants()
    {
        var id = await Site.PlanAsync("Contact Name,Company\n" + Lines(20, index => $"Paused {index},PausedImport"));
        Assert.True((await Site.BeginAsync(id, ImportPhase.Import)).Succeeded);
        await Site.StepAsync(id, [Row(1, "Paused 0", "PausedImport")]);
        await Site.ManageAsync(id, (manager, run) => manager.PauseAsync(run));
        await Site.EndLeaseAsync(id);
        await Site.WorkAsync(id);
        Assert.Equal((JobState.Paused, 1), await Site.FindRunAsync(id) is var paused ? (paused.State, paused.Result.Created) : default);

        await Site.ManageAsync(id, (manager, run) => manager.ResumeAsync(run));
        await Site.StepAsync(id, [Row(2, "Paused 1", "PausedImport")], "another");
        await Site.ManageAsync(id, (manager, run) => manager.CancelAsync(run));
        await Site.EndLeaseAsync(id);
        await Site.WorkAsync(id);

        Assert.Equal((JobState.Cancelled, 2), await Site.FindRunAsync(id) is var ended ? (ended.State, ended.Result.Created) : default);
        Assert.Equal(2, (await Site.FindAllAsync("PausedImport")).Length);

        // What was imported until then can be taken back.
        await Site.RunAsync(id, ImportPhase.Undo);
        Assert.Empty(await Site.FindAllAsync("PausedImport"));
    }

    [Fact]
    public async Task WhoMayNoLongerImportEndsWhatWasBegun()
    {
        var user = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerManager);
        var id = await Site.PlanAsync("Contact Name,Company\nPassing,PassingImport\n", user: user);
        Assert.True((await Site.BeginAsync(id, ImportPhase.Import, user)).Succeeded);
        await Site.TakeRolesAsync(user);
        await Site.WorkAsync(id);

        var run = await Site.FindRunAsync(id);
        Assert.Equal((JobState.Stopped, "The user who asked for it may no longer do this."), (run.State, run.Problem));
        Assert.Empty(await Site.FindAllAsync("PassingImport"));
    }

    [Fact]
    public async Task AFileThatIsGoneOrTooLongEndsTheImportAndSaysSo()
    {
        var id = await Site.PlanAsync("Contact Name,Company\nLost,LostImport\n");
        Assert.True((await Site.BeginAsync(id, ImportPhase.Import)).Succeeded);
        await Site.InScopeAsync(async services => await services.GetRequiredService<TransferFileStore>().DeleteAsync((await services.GetRequiredService<IImportManager>().FindAsync(id))!.FileId!));
        await Site.WorkAsync(id);
        Assert.Equal(JobState.Stopped, (await Site.FindRunAsync(id)).State);
        Assert.NotNull((await Site.FindRunAsync(id)).Problem);
    }

    private static CsvRow Row(int number, params string[] cells) => new(number, number + 1, cells, null);

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(index => line(index) + "\n"));

    private Task<int> FilesAsync() => Site.InScopeAsync(services => services.GetRequiredService<ISession>().QueryIndex<TransferFileIndex>(collection: CustomersConstants.Collection).CountAsync());
}

public sealed class SqliteImportFaultTests(SqliteImportSite fixture) : ImportFaultTests(fixture), IClassFixture<SqliteImportSite>;

public sealed class PostgresImportFaultTests(PostgresImportSite fixture) : ImportFaultTests(fixture), IClassFixture<PostgresImportSite>;

using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Customers.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;
using static OrchardCore.Customers.Tests.Transfer.Export.ExportSiteExtensions;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>Customers are read while those before them are written, and what is read of them is no more than the columns need.</summary>
public sealed class ExportAheadTests(SqliteExport fixture) : IClassFixture<SqliteExport>
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task AStepWritesAsManyBatchesAsItHasTimeFor()
    {
        await Site.AddManyAsync(95, (part, index) => (part.ContactName, part.Company) = ($"Batch {index:D2}", "Batches"));
        var id = await BeginAsync("batches");

        await Site.InScopeAsync(async services =>
        {
            await using var ahead = new ExportAhead(10, 10);
            var step = services.GetRequiredService<ExportStep>();
            Assert.Equal(10, await step.RunAsync(id, "reader", ahead, TimeSpan.Zero));
        });
        await Site.EndExportLeaseAsync(id);
        Assert.Equal(JobState.Running, (await Site.FindExportAsync(id))!.State);

        await Site.InScopeAsync(async services =>
        {
            await using var ahead = new ExportAhead(10, 10);
            Assert.Null(await services.GetRequiredService<ExportStep>().RunAsync(id, "reader", ahead, Long));
        });

        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Finished, 95), (run.State, run.Done));
        Assert.Equal(Enumerable.Range(0, 95).Select(index => $"Batch {index:D2}"), await NamesAsync(run));
    }

    [Fact]
    public async Task WhenTheFileIsLostItGoesBackToTheFirst()
    {
        await Site.AddManyAsync(30, (part, index) => (part.ContactName, part.Company) = ($"Lost {index:D2}", "Lost"));
        var id = await BeginAsync("lost");

        // As a runner has it: a scope of its own, and one for each step.
        await Site.InScopeAsync(async _ =>
        {
            await using var ahead = new ExportAhead(5, 5);
            Assert.Equal(5, await StepAsync(id, ahead, TimeSpan.Zero));
            Assert.Equal(5, await StepAsync(id, ahead, TimeSpan.Zero));
            await Site.InScopeAsync(async services => await services.GetRequiredService<TransferFileStore>().DeleteAsync((await services.GetRequiredService<IExportManager>().FindAsync(id))!.RowsFileId!));
            Assert.Null(await StepAsync(id, ahead, Long));
        });

        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Finished, 30), (run.State, run.Done));
        Assert.Equal(Enumerable.Range(0, 30).Select(index => $"Lost {index:D2}"), await NamesAsync(run));
    }

    [Fact]
    public async Task WhoMayNoLongerExportStopsAfterWhatWasReadBefore()
    {
        var user = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerManager);
        await Site.AddManyAsync(60, (part, index) => (part.ContactName, part.Company) = ($"Dismissed {index:D2}", "Dismissed"));
        var id = await BeginAsync("dismissed", user);

        await Site.InScopeAsync(async _ =>
        {
            await using var ahead = new ExportAhead(2, 2);
            Assert.Equal(2, await StepAsync(id, ahead, TimeSpan.Zero));
            await Site.ChangeUserAsync(user, stored => stored.IsEnabled = false);
            Assert.Null(await StepAsync(id, ahead, Long));
        });

        // What waited to be written had been read with the rights of its time.
        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Stopped, "The user who asked for it may no longer log in."), (run.State, run.Problem));
        Assert.InRange(run.Done, 2, 40);
        Assert.Null(await Site.ReadExportAsync(id));
    }

    [Fact]
    public async Task ABatchOfCustomersIsOneStatementAndNothingIsLookedUpForEach()
    {
        await Site.AddManyAsync(40, (part, index) => (part.ContactName, part.Company) = ($"Counted {index}", "Counted"));
        var run = (await Site.FindExportAsync(await BeginAsync("counted")))!;

        var few = await StatementLog.CollectAsync(Site, services => services.GetRequiredService<ExportRows>().ReadAsync(run, after: 0, count: 2));
        var many = await StatementLog.CollectAsync(Site, services => services.GetRequiredService<ExportRows>().ReadAsync(run, after: 0, count: 40));

        Assert.Single(many, statement => statement.Contains(nameof(CustomerIndex), StringComparison.Ordinal));
        Assert.Equal(few.Count, many.Count);
    }

    [Fact]
    public async Task AFieldThatTheTypeGotLaterReadsAsOrchardWouldShowIt()
    {
        await Site.AddManyAsync(2, (part, index) => (part.ContactName, part.Company) = ($"Early {index}", "Early"));

        await Site.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            await using var command = (await session.CreateConnectionAsync()).CreateCommand();
            command.CommandText = "update Document set Content = json_remove(Content, '$.Customer') where Id = (select DocumentId from CustomerIndex where ContactName = 'early 0')";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        });

        var run = await Site.ExportToEndAsync(Of("early", "Contact Name", "Field Customer.Vip"));

        Assert.Equal(["Early 0: No", "Early 1: No"], (await Site.ParseAsync((await Site.ReadExportAsync(run.JobId))!)).Skip(1).Select(row => $"{row[1]}: {row[2]}"));
    }

    private async Task<string> BeginAsync(string company, string user = TestSite.Admin)
    {
        var id = await Site.BeginExportAsync(Of(company, "Contact Name"), user);
        await Site.InScopeAsync(async services => Assert.True(await services.GetRequiredService<JobStore<ExportRun>>().TakeAsync(id, "reader")));

        return id;
    }

    private Task<int?> StepAsync(string id, ExportAhead ahead, TimeSpan duration)
        => Site.InScopeAsync(services => services.GetRequiredService<ExportStep>().RunAsync(id, "reader", ahead, duration));

    private async Task<IEnumerable<string>> NamesAsync(ExportRun run) => (await Site.ParseAsync((await Site.ReadExportAsync(run.JobId))!)).Skip(1).Select(row => row[1]);
}

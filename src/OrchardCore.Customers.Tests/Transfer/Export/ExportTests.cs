using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Files;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Customers.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;
using static OrchardCore.Customers.Tests.Transfer.Export.ExportSiteExtensions;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>Customers become files, in whatever steps.</summary>
public abstract class ExportTests(ExportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("V9")]
    public async Task AFilteredListBecomesAFileOfTheColumnsThatAreWanted()
    {
        await Site.AddAsync(part => (part.ContactName, part.Company, part.Phone) = ("Ann \"Annie\" Lee", "Filtered", "+49 30 1234"));
        await Site.AddAsync(part => (part.ContactName, part.Company, part.Number) = ("=cmd|' /C calc'!A0", "Filtered", "007"));
        await Site.AddAsync(part => (part.ContactName, part.Company, part.Status) = ("Away", "Filtered", CustomerStatus.Inactive));
        var options = Of("filtered", "Phone", "Contact Name", "Status");
        options.Selection.Filters["status"] = "Active";
        (options.Delimiter, options.HasByteOrderMark) = (';', true);

        var run = await Site.ExportToEndAsync(options);

        Assert.Equal((JobState.Finished, 2, 2), (run.State, run.Total, run.Done));
        Assert.Matches("^customers-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}\\.csv$", run.FileName);
        var bytes = (await Site.ReadExportAsync(run.JobId))!;
        Assert.Equal(run.FileLength, bytes.Length);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Customer Number;Phone;Contact Name;Status", lines[0]);
        Assert.Matches("^C-[0-9]{6};\\+49 30 1234;\"Ann \"\"Annie\"\" Lee\";Active$", lines[1]);
        Assert.Equal("007;;'=cmd|' /C calc'!A0;Active", lines[2]);
        Assert.Equal(["", 4], new object[] { lines[3], lines.Length });
    }

    [Fact]
    public async Task TickedCustomersAreExportedAndAllOfThemAre()
    {
        var ids = await Site.AddManyAsync(3, (part, index) => (part.ContactName, part.Company) = ($"Ticked {index}", "Ticked"));
        var ticked = await Site.ExportToEndAsync(new() { Selection = CustomerSelection.Of([ids[0], ids[2]]), Columns = ["Contact Name"] });
        Assert.Equal(["Ticked 0", "Ticked 2"], (await CellsAsync(ticked)).Skip(1).Select(row => row[1]));

        var all = await Site.ExportToEndAsync(new() { Columns = ["Contact Name"] });
        var names = (await CellsAsync(all)).Skip(1).Select(row => row[1]).ToList();
        Assert.Superset(new HashSet<string>(["Ticked 0", "Ticked 1", "Ticked 2"]), names.ToHashSet());
        Assert.Equal(all.Done, names.Count);
    }

    [Fact]
    public async Task WhateverInterruptsItTheFileIsTheSame()
    {
        await Site.AddManyAsync(130, (part, index) => (part.ContactName, part.Company, part.FirstName) = ($"Step {index}", "Steps", new string('x', index % 50)));
        string[] columns = ["Contact Name", "First Name", "Created", "Custom Id"];
        var whole = await Site.ExportToEndAsync(Of("steps", columns));
        var id = await Site.BeginExportAsync(Of("steps", columns));

        Assert.Equal(40, await Site.StepExportAsync(id, 40, "first"));
        Assert.Null(await Site.ReadExportAsync(id));

        // The lease of the one that was interrupted is not over yet.
        await Site.WorkOnExportAsync(id);
        Assert.Equal(40, (await Site.FindExportAsync(id))!.Done);

        await Site.EndExportLeaseAsync(id);
        Assert.Equal(33, await Site.StepExportAsync(id, 33, "second"));

        // Who was overtaken writes nothing more.
        await using (var ahead = new ExportAhead())
        {
            await Site.InScopeAsync(async services => Assert.Null(await services.GetRequiredService<ExportStep>().RunAsync(id, "first", ahead, TimeSpan.Zero)));
        }

        await Site.EndExportLeaseAsync(id);
        await Site.InScopeAsync(services => services.GetServices<IBackgroundTask>().OfType<JobTask>().Single().DoWorkAsync(services, CancellationToken.None));

        var resumed = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Finished, 130), (resumed.State, resumed.Done));
        Assert.Equal(await Site.ReadCsvAsync(whole.JobId), await Site.ReadCsvAsync(id));
    }

    [Fact]
    public async Task TwoRunnersAtOnceWriteEachCustomerOnce()
    {
        await Site.AddManyAsync(120, (part, index) => (part.ContactName, part.Company) = ($"Raced {index}", "Raced"));
        var id = await Site.BeginExportAsync(Of("raced", "Contact Name"));

        await Task.WhenAll(Site.WorkOnExportAsync(id), Site.WorkOnExportAsync(id), Site.WorkOnExportAsync(id));

        Assert.Equal(120, (await CellsAsync((await Site.FindExportAsync(id))!)).Skip(1).DistinctBy(row => row[0]).Count());
    }

    [Fact]
    public async Task WhoComesLaterIsLeftOutAndWhoIsDeletedMeanwhileIsGone()
    {
        var ids = await Site.AddManyAsync(5, (part, index) => (part.ContactName, part.Company) = ($"Moving {index}", "Moving"));
        var id = await Site.BeginExportAsync(Of("moving", "Contact Name"));
        await Site.StepExportAsync(id, 2);
        await Site.DeleteAsync(ids[3]);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Moving later", "Moving"));
        await Site.EndExportLeaseAsync(id);
        await Site.WorkOnExportAsync(id);

        Assert.Equal(["Moving 0", "Moving 1", "Moving 2", "Moving 4"], (await CellsAsync((await Site.FindExportAsync(id))!)).Skip(1).Select(row => row[1]));
    }

    [Fact, Seed("V9")]
    public async Task AWorkbookHasTheSameCells()
    {
        await Site.AddManyAsync(60, (part, index) => (part.ContactName, part.Company, part.MemberNumber, part.Phone) = (index % 2 == 0 ? $"=1+{index}" : $"علي {index}", "Workbook", $"00{index}", "+49 30 " + index));
        string[] columns = ["Contact Name", "Member Number", "Phone", "Second Phone", "Created"];
        var csv = await Site.ExportToEndAsync(Of("workbook", columns));
        var options = Of("workbook", columns);
        options.Format = ExportFormat.Excel;
        var id = await Site.BeginExportAsync(options);

        // One was interrupted while it made the workbook.
        while (await Site.StepExportAsync(id, 25) is not null)
        {
            // The next rows.
        }

        var begun = await Site.InScopeAsync(services => services.GetRequiredService<ExportWorkbookStep>().BeginAsync(id, "interrupted"));
        Assert.Equal((ExportPhase.Workbook, JobState.Running, 60), (begun!.Phase, begun.State, begun.Done));
        var rowsFile = begun.RowsFileId!;
        await Site.EndExportLeaseAsync(id);
        await Site.WorkOnExportAsync(id);

        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Finished, 60L, 0), (run.State, run.Converted, run.Cut));
        Assert.EndsWith(".xlsx", run.FileName, StringComparison.Ordinal);
        Assert.False(await Site.HasFileAsync(rowsFile));
        Assert.Equal(await CellsAsync(csv), Sheet((await Site.ReadExportAsync(id))!));
    }

    [Fact]
    public async Task ACancelledExportKeepsNothing()
    {
        await Site.AddManyAsync(6, (part, index) => (part.ContactName, part.Company) = ($"Cancelled {index}", "Cancelled"));
        var id = await Site.BeginExportAsync(Of("cancelled", "Contact Name"));
        await Site.StepExportAsync(id, 2);
        var fileId = (await Site.FindExportAsync(id))!.RowsFileId!;
        Assert.True(await Site.HasFileAsync(fileId));

        await Site.InScopeAsync(services => services.GetRequiredService<IExportManager>().CancelAsync(id));
        await Site.WorkOnExportAsync(id);

        Assert.Equal(JobState.Cancelled, (await Site.FindExportAsync(id))!.State);
        Assert.False(await Site.HasFileAsync(fileId));
        Assert.Null(await Site.ReadExportAsync(id));
    }

    [Fact]
    public async Task OneThatWasInterruptedForSoLongThatItsFileIsGoneBeginsAnew()
    {
        await Site.AddManyAsync(6, (part, index) => (part.ContactName, part.Company) = ($"Forgotten {index}", "Forgotten"));
        var id = await Site.BeginExportAsync(Of("forgotten", "Contact Name"));
        await Site.StepExportAsync(id, 4);
        await Site.InScopeAsync(async services => await services.GetRequiredService<TransferFileStore>().DeleteAsync((await services.GetRequiredService<IExportManager>().FindAsync(id))!.RowsFileId!));
        await Site.EndExportLeaseAsync(id);
        await Site.WorkOnExportAsync(id);

        var run = (await Site.FindExportAsync(id))!;
        Assert.Equal((JobState.Finished, 6), (run.State, run.Done));
        Assert.Equal(7, (await CellsAsync(run)).Count);
    }

    [Fact]
    public async Task WhatHasExpiredIsGoneAndThenDeleted()
    {
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Expired", "Expired"));
        var run = await Site.ExportToEndAsync(Of("expired", "Contact Name"));
        Assert.InRange(run.ExpiresUtc!.Value, DateTime.UtcNow.AddDays(6.9), DateTime.UtcNow.AddDays(7.1));

        // Long ago, and yet ready until tomorrow.
        await Site.ChangeExportAsync(run.JobId, stored => (stored.CreatedUtc, stored.ExpiresUtc) = (DateTime.UtcNow.AddDays(-8), DateTime.UtcNow.AddDays(1)));
        await Site.DeleteOldExportsAsync();
        Assert.NotNull(await Site.ReadExportAsync(run.JobId));

        await Site.ChangeExportAsync(run.JobId, stored => stored.ExpiresUtc = DateTime.UtcNow.AddMinutes(-1));
        Assert.Null(await Site.ReadExportAsync(run.JobId));
        Assert.True(await Site.HasFileAsync(run.FileId!));
        await Site.DeleteOldExportsAsync();
        Assert.Null(await Site.FindExportAsync(run.JobId));
        Assert.False(await Site.HasFileAsync(run.FileId!));
    }

    private async Task<List<string[]>> CellsAsync(ExportRun run) => await Site.ParseAsync((await Site.ReadExportAsync(run.JobId))!);

    /// <summary>The texts of a workbook as an import would read them.</summary>
    private static List<string[]> Sheet(byte[] workbook)
    {
        using var file = new XlsxFile(new MemoryStream(workbook));
        Assert.Equal(0, file.Formulas);

        return [.. file.Rows(0).Select(row => row.Select(SpreadsheetText.Unguard).ToArray())];
    }
}

public sealed class SqliteExportTests(SqliteExport fixture) : ExportTests(fixture), IClassFixture<SqliteExport>;

public sealed class PostgresExportTests(PostgresExport fixture) : ExportTests(fixture), IClassFixture<PostgresExport>;

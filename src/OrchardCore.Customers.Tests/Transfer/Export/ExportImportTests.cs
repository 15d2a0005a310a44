using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Import;
using OrchardCore.Customers.Transfer;
using OrchardCore.Customers.Transfer.Export;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>What was exported is imported again without a change, and makes the same customers elsewhere.</summary>
public abstract class ExportImportTests(ExportSite fixture)
{
    private const int Count = 300;

    /// <summary>What says when a customer came and changed on a site, and is given anew on another; all else is taken along.</summary>
    private static readonly string[] GivenAnew = ["Created", "Modified"];

    private TestSite Site => fixture.Site;

    [Fact, Seed("V9", "T9")]
    public async Task WhatIsExportedIsImportedAgainWithoutAChangeAndMakesTheSameCustomersElsewhere()
    {
        await VariedCustomers.AddAsync(Site, Count);
        var file = await ExportAsync(Site, hasMark: true);
        var cells = await Site.ParseAsync(file[3..]);
        Assert.Equal(Count + 1, cells.Count);

        // So that every column has a part in it that can be imported.
        Assert.Equal(["Field Customer.About", "Field Customer.Topics"], cells[0].Where((_, column) => cells.Skip(1).All(row => row[column].Length == 0)));

        foreach (var emptyClears in new[] { false, true })
        {
            var again = await ImportAsync(Site, file, new() { OnDuplicate = DuplicateAction.Update, Match = MatchKey.Number, EmptyClears = emptyClears });
            Assert.Empty(await Site.ProblemsAsync(again.JobId));
            Assert.Equal((Count, 0, 0, Count, 0, 0, 0), again.Result.Figures());
        }

        Assert.Equal(file, await ExportAsync(Site, hasMark: true));

        await using var elsewhere = new SqliteExport();
        await elsewhere.InitializeAsync();
        var made = await ImportAsync(elsewhere.Site, file, new() { OnDuplicate = DuplicateAction.CreateNew });
        Assert.Empty(await elsewhere.Site.ProblemsAsync(made.JobId));
        Assert.Equal((Count, Count, 0, 0, 0, 0, 0), made.Result.Figures());
        var other = await elsewhere.Site.ParseAsync(await ExportAsync(elsewhere.Site, hasMark: false));
        Assert.Equal(Without(cells), Without(other));
    }

    private static IEnumerable<string[]> Without(List<string[]> cells)
    {
        var kept = cells[0].Select((name, column) => (Name: name, Column: column)).Where(pair => !GivenAnew.Contains(pair.Name)).Select(pair => pair.Column).ToList();

        return cells.Select(row => kept.Select(column => row[column]).ToArray());
    }

    private static async Task<byte[]> ExportAsync(TestSite site, bool hasMark)
    {
        var columns = await site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
        var run = await site.ExportToEndAsync(new ExportOptions
        {
            Selection = new CustomerSelection(),
            Columns = [.. columns.Where(column => column.IsForExport && column.Name != ExportSite.Guarded).Select(column => column.Name)],
            HasByteOrderMark = hasMark,
        });

        return (await site.ReadExportAsync(run.JobId))!;
    }

    private static async Task<ImportRun> ImportAsync(TestSite site, byte[] file, ImportOptions options)
    {
        var (result, run) = await site.UploadAsync(file);
        Assert.True(result.Succeeded, ImportSiteExtensions.TextOf(result));
        var columns = await site.InScopeAsync(services => services.GetRequiredService<CustomerTransferCatalog>().ListAsync());
        var planned = await site.PlanAsync(run!.JobId, [.. run.Headings.Select(heading => columns.Single(column => column.Name == heading).IsForImport ? heading : null)], options);
        Assert.True(planned.Succeeded, ImportSiteExtensions.TextOf(planned));

        return await site.RunAsync(run.JobId, ImportPhase.Import);
    }
}

public sealed class SqliteExportImportTests(SqliteExport fixture) : ExportImportTests(fixture), IClassFixture<SqliteExport>;

public sealed class PostgresExportImportTests(PostgresExport fixture) : ExportImportTests(fixture), IClassFixture<PostgresExport>;

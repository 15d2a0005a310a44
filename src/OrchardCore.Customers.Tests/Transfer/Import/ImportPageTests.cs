using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Transfer.Import;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>The way of a file through the pages: upload, plan, trial, import, undo.</summary>
public abstract class ImportPageTests(ImportSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("T6", "T14", "T15", "T16")]
    public async Task AFileIsUploadedCheckedImportedAndTakenBack()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var list = await manager.GetAsync("/Admin/Customers?search=zz");
        Assert.Contains("Maintenance", list.Text, StringComparison.Ordinal);
        Assert.Matches($"href=\"{ImportPages.Upload}[^\"]*\"[^>]*>.*Import Customer List", list.Html);
        Assert.Contains("Files", (await manager.GetAsync(ImportPages.Upload)).Text, StringComparison.Ordinal);

        var run = await manager.OpenAsync("Contact Name,E-Mail,Company,Date Of Birth\r\nAnn Lee,ann@way.example,Way,1990-01-02\r\nBob,bob@way.example,Way,30.13.2020\r\nCid,cid@way.example,Way,\r\n");
        var plan = await manager.GetAsync(run + "/Plan");
        Assert.Contains("Rows: 3. Columns: 4.", plan.Text, StringComparison.Ordinal);
        Assert.Equal(["Contact Name", "Email", "Company", "Date Of Birth"], plan.Fields.Where(field => field.Name == "Columns").Select(field => field.Value));

        var tried = await manager.RunAsync(run, "");
        Assert.Equal(["Read 3", "To be created 2", "To be updated 0", "Unchanged 0", "Skipped 0", "Failed 1"], tried.Counts());
        Assert.Contains("Nothing was saved yet", tried.Text, StringComparison.Ordinal);
        Assert.Matches("Row 2, line 3\\s+Date Of Birth\\s+30.13.2020", tried.Text);
        Assert.Empty(await Site.FindAllAsync("Way"));

        var done = await manager.PostAndWaitAsync(run, "Start");
        Assert.Equal(["Read 3", "Created 2", "Updated 0", "Unchanged 0", "Skipped 0", "Failed 1"], done.Counts());
        Assert.Contains("The import is done: 3 rows read, 2 created, 1 failed.", done.Text, StringComparison.Ordinal);
        Assert.Contains("data-popup", done.Html, StringComparison.Ordinal);
        Assert.Contains("It can be undone until", done.Text, StringComparison.Ordinal);
        Assert.Contains("Ann Lee", (await manager.GetAsync("/Admin/Customers?search=ann@way.example")).Text, StringComparison.Ordinal);
        var today = Regex.Match((await manager.GetAsync(run)).Html, "/Admin/Customers\\?created=[^\"]+").Value.Replace("&amp;", "&", StringComparison.Ordinal);
        var seen = await manager.GetAsync(today);
        Assert.Contains("Ann Lee", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Created:", seen.Text, StringComparison.Ordinal);
        Assert.Contains("3 rows read, 2 created, 1 failed", (await manager.GetAsync(ImportPages.List)).Text, StringComparison.Ordinal);

        Assert.Contains("2 customers that it created are deleted", (await manager.GetAsync(run + "/Undo")).Text, StringComparison.Ordinal);
        var undone = await manager.PostAndWaitAsync(run, "Undo");
        Assert.Equal(["Taken back 2", "Left as they are 0"], undone.Counts());
        Assert.Empty(await Site.FindAllAsync("Way"));
    }

    [Fact]
    public async Task FailedRowsAreDownloadedCorrectedAndImportedAgain()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var run = await manager.OpenAsync("Contact Name;Email;Company;Phone\nAnn;not an address;Again;'+49 30 1\n=Bob;bob@again.example;Again;007\n", "Again & <again>.csv");
        var done = await manager.RunAsync(run, ImportPlanForm.Import);
        Assert.Contains("Failed 1", done.Counts());

        var failed = (await manager.GetAsync(run + "/Failed")).Html;
        var lines = failed.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Contact Name;Email;Company;Phone;Error", lines[0]);
        Assert.StartsWith("Ann;not an address;Again;+49 30 1;Email: ", lines[1], StringComparison.Ordinal);

        var again = await manager.OpenAsync(failed.Replace("not an address", "ann@again.example", StringComparison.Ordinal));
        Assert.Equal(["Contact Name", "Email", "Company", "Phone", ""], (await manager.GetAsync(again + "/Plan")).Fields.Where(field => field.Name == "Columns").Select(field => field.Value));
        Assert.Contains("Created 1", (await manager.RunAsync(again, ImportPlanForm.Import)).Counts());
        Assert.Equal(["=Bob", "Ann"], (await Site.FindAllAsync("Again")).Select(customer => customer.Part().ContactName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatWasChangedSinceIsLeftByTheUndoAndListed()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var run = await manager.OpenAsync("Contact Name,Company\nKept,Since\nGone,Since\n");
        await manager.RunAsync(run, ImportPlanForm.Import);
        var kept = Assert.Single(await Site.FindAllAsync("Since"), customer => customer.Part().ContactName == "Kept");
        Assert.True((await Site.UpdateAsync(kept.ContentItemId, part => part.Phone = "+1 212 555 0100")).Succeeded);

        var undone = await manager.PostAndWaitAsync(run, "Undo");
        Assert.Equal(["Taken back 1", "Left as they are 1"], undone.Counts());
        Assert.Matches($"href=\"/Admin/Customers/{kept.ContentItemId}\">\\s*<bdi>Kept", undone.Html);
        Assert.Contains("Changed since the import.", undone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACheckIsFollowedByAnotherPlanAndTellsOfThatAlone()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var run = await manager.OpenAsync("Contact Name,Company,Note\nAnn,Replan,12.12.2012x\nBob,Replan,\n");
        var wrong = await manager.RunAsync(run, "", ["Contact Name", "Company", "Date Of Birth"]);
        Assert.Contains("Failed 1", wrong.Counts());

        var right = await manager.RunAsync(run, "", ["Contact Name", "Company", ""]);
        Assert.Equal(["Read 2", "To be created 2", "To be updated 0", "Unchanged 0", "Skipped 0", "Failed 0"], right.Counts());
        Assert.DoesNotContain("Failed rows", right.Text, StringComparison.Ordinal);

        var again = await manager.RunAsync(run, "", ["Contact Name", "Company", "Date Of Birth"]);
        Assert.Single(RowsOf(again));
    }

    [Fact]
    public async Task AnImportThatDidNothingHasNoCustomersToSee()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var done = await manager.RunAsync(await manager.OpenAsync("Contact Name,Date Of Birth\nNobody,never\n"), ImportPlanForm.Import);

        Assert.Contains("1 failed", done.Text, StringComparison.Ordinal);
        Assert.Contains("data-popup", done.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("See the customers", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedRowsArePagedWithTheirCells()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var rows = Enumerable.Range(1, 60).Select(row => $"Paged {row},never {row}\n");
        var run = await manager.OpenAsync("Contact Name,Date Of Birth\n" + string.Concat(rows));
        var first = await manager.RunAsync(run, "");
        Assert.Equal(25, RowsOf(first).Count);
        Assert.Contains("Download the failed rows (60)", first.Text, StringComparison.Ordinal);
        Assert.Matches(@"Most often:\s+Date Of Birth\s+60", first.Text);
        Assert.Contains("the plan is probably not right", first.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{run}?from=25\"", first.Html, StringComparison.Ordinal);

        var last = await manager.GetAsync(run + "?from=50");
        Assert.Equal(10, RowsOf(last).Count);
        Assert.Contains("never 60", last.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(run + "?from=999999&left=-7")).Status);
    }

    [Fact]
    public async Task AnImportThatWaitsIsPausedContinuedAndCancelled()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var run = await manager.OpenAsync("Contact Name,Company\nAnn,Paused\n");
        var id = run[(run.LastIndexOf('/') + 1)..];
        await manager.RunAsync(run, "");
        await Site.ChangeRunAsync(id, state => (state.Phase, state.State, state.Position) = (ImportPhase.Import, JobState.Paused, 0));

        var paused = await manager.GetAsync(run);
        Assert.Contains("Continue", paused.Text, StringComparison.Ordinal);
        Assert.Contains("Paused", paused.Text, StringComparison.Ordinal);
        Assert.Contains("Created 1", (await manager.PostAndWaitAsync(run, "Resume")).Counts());

        await Site.ChangeRunAsync(id, state => state.State = JobState.Waiting);
        Assert.Contains("You can close this page", (await manager.GetAsync(run)).Text, StringComparison.Ordinal);
        Assert.Contains("Cancelled", (await manager.PostAndWaitAsync(run, "Cancel")).Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> RowsOf(SitePage page) => page.Html.Split("class=\"import-failure\"")[1..];
}

public sealed class SqliteImportPageTests(SqliteImportSite site) : ImportPageTests(site), IClassFixture<SqliteImportSite>;

public sealed class PostgresImportPageTests(PostgresImportSite site) : ImportPageTests(site), IClassFixture<PostgresImportSite>;

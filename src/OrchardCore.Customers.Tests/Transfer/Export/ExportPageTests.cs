using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Transfer.Files;
using Platform.Tests.Hosting;
using Xunit;
using static OrchardCore.Customers.Tests.Transfer.Export.ExportSiteExtensions;

namespace OrchardCore.Customers.Tests.Transfer.Export;

/// <summary>The pages by which customers are exported.</summary>
public sealed class ExportPageTests(SqliteExport fixture) : IClassFixture<SqliteExport>
{
    private const string New = "/Admin/Customers/Exports/New";
    private const string Start = "/Admin/Customers/Exports/Start";

    private TestSite Site => fixture.Site;

    [Fact, Seed("V9")]
    public async Task TheListLeadsToThePageWhichOffersWhatTheListShows()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddManyAsync(3, (part, index) => (part.ContactName, part.Company) = ($"Offered {index}", "Offered"));

        var list = await admin.GetAsync("/Admin/Customers?search=offered&status=Active&columns=company,dateofbirth,createdby");
        Assert.Contains("Export Customers", list.Text, StringComparison.Ordinal);
        var address = WebUtility.HtmlDecode(Regex.Match(list.Html, $"href=\"({New}[^\"]*)\"").Groups[1].Value);
        var page = await admin.GetAsync(address);

        Assert.Contains("What the list shows: 3", page.Text, StringComparison.Ordinal);
        Assert.Contains("Search: offered, Status: Active", page.Text, StringComparison.Ordinal);
        Assert.Contains("Contact Name, Customer Number, Company, Date Of Birth. No file has: Created by.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Company", "Contact Name", "Customer Number", "Date Of Birth"], page.Fields.Where(field => field.Name == "Chosen").Select(field => field.Value).Order(StringComparer.Ordinal));
        Assert.Contains(("Which", "Listed"), page.Fields);
    }

    [Fact, Seed("V9")]
    public async Task AShortExportIsTheAnswer()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddManyAsync(ExportSite.AtOnce, (part, index) => (part.ContactName, part.Company) = ($"Short {index}", "Short"));
        var page = await admin.GetAsync(New + "?list=search%3Dcompany%253Ashort%26columns%3Dcompany");

        var file = await admin.DownloadAsync(Start, page.Fields);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Matches("^customers-[-0-9]+\\.csv$", file.Name!);
        ShouldBeForOneUser(file);
        Assert.Contains("Content-Type: text/csv; charset=utf-8", file.Headers, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file.Bytes[..3]);
        var rows = await Site.ParseAsync(file.Bytes[3..]);
        Assert.Equal(["Contact Name", "Customer Number", "Company"], rows[0]);
        Assert.Equal(Enumerable.Range(0, ExportSite.AtOnce).Select(index => $"Short {index}"), rows.Skip(1).Select(row => row[0]));
    }

    [Fact, Seed("V9")]
    public async Task AShortWorkbookIsTheAnswerAndHasTheCellsOfTheCsv()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddManyAsync(5, (part, index) => (part.ContactName, part.Company, part.MemberNumber) = ($"@Sheet {index}", "Sheet", "000" + index));
        var page = await admin.GetAsync(New + "?list=search%3Dcompany%253Asheet");
        (string, string)[] wanted = [.. page.Fields.Where(field => field.Name is not ("Columns" or "Format" or "HasByteOrderMark")), ("Columns", "All")];

        var csv = await Site.ParseAsync((await admin.DownloadAsync(Start, wanted)).Bytes);
        var excel = await admin.DownloadAsync(Start, [.. wanted, ("Format", "Excel")]);

        Assert.EndsWith(".xlsx", excel.Name, StringComparison.Ordinal);
        ShouldBeForOneUser(excel);
        using var workbook = new XlsxFile(new MemoryStream(excel.Bytes));
        Assert.Equal(0, workbook.Formulas);
        Assert.Equal(csv, workbook.Rows(0).Select(row => row.Select(Unguard).ToArray()));
        Assert.Contains("'@Sheet 0", workbook.Rows(0).ElementAt(1));
        Assert.True(csv[0].Length > 60);

        static string Unguard(string text) => text.StartsWith("'@", StringComparison.Ordinal) ? text[1..] : text;
    }

    [Fact]
    public async Task TickedCustomersAreExported()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var ids = await Site.AddManyAsync(3, (part, index) => (part.ContactName, part.Company) = ($"Chosen {index}", "Chosen"));
        var list = await admin.GetAsync("/Admin/Customers?search=company%3Achosen");
        Assert.Contains($"formaction=\"{New}\"", list.Html, StringComparison.Ordinal);

        var token = (await admin.GetAsync(New)).Token;
        var query = ("list", WebUtility.HtmlDecode(Regex.Match(list.Html, "name=\"list\" value=\"([^\"]*)\"").Groups[1].Value));
        Assert.Equal("search=company:chosen", Uri.UnescapeDataString(query.Item2));

        var page = await admin.PostAsync(New, [token, query, .. BulkSiteExtensions.Ids(ids[0], ids[1])]);
        Assert.Contains("Those I ticked: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("What the list shows: 3", page.Text, StringComparison.Ordinal);
        var file = await admin.DownloadAsync(Start, [.. page.Fields.Where(field => field.Name is not ("Columns" or "Chosen" or "HasByteOrderMark" or "Delimiter")), ("Columns", "Chosen"), ("Chosen", "Company"), ("Delimiter", ";")]);

        var rows = await Site.ParseAsync(file.Bytes, ';');
        Assert.Equal(["Customer Number", "Company"], rows[0]);
        Assert.Equal(3, rows.Count);

        var all = await admin.PostAsync(New, [token, query, ("all", "true")]);
        Assert.Contains(("Which", "Listed"), all.Fields);
        Assert.DoesNotContain("Those I ticked", all.Text, StringComparison.Ordinal);
    }

    [Fact, Seed("V9")]
    public async Task ALongExportIsMadeInTheBackgroundAndWaitsUnderExports()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddManyAsync(ExportSite.AtOnce + 1, (part, index) => (part.ContactName, part.Company) = ($"Long {index}", "Long"));
        var page = await admin.GetAsync(New + "?list=search%3Dcompany%253Along");

        var started = await admin.PostAsync(Start, [.. page.Fields]);
        Assert.Matches("^/Admin/Customers/Exports/[0-9a-f]{32}$", started.Location);

        // The same form sent again starts nothing.
        Assert.Equal(started.Location, (await admin.PostAsync(Start, [.. page.Fields])).Location);
        var run = await FinishAsync(admin, started.Location);
        Assert.Contains("41 customers", run.Text, StringComparison.Ordinal);
        Assert.Contains("It can be downloaded until", run.Text, StringComparison.Ordinal);

        var list = await admin.GetAsync("/Admin/Customers/Exports");
        Assert.Contains("41 customers", list.Text, StringComparison.Ordinal);
        Assert.Contains("Customers of a filtered list, 8 columns, CSV", list.Text, StringComparison.Ordinal);
        Assert.Contains(started.Location + "/Download", list.Html, StringComparison.Ordinal);
        var file = await admin.DownloadAsync(started.Location + "/Download");
        ShouldBeForOneUser(file);
        Assert.Matches("^customers-[-0-9]+\\.csv$", file.Name!);
        Assert.Equal(42, (await Site.ParseAsync(file.Bytes)).Count);

        var asked = await admin.GetAsync(started.Location + "/Delete");
        Assert.Contains($"Delete the export {file.Name}?", asked.Text, StringComparison.Ordinal);
        Assert.Equal("/Admin/Customers/Exports", (await admin.PostAsync(started.Location + "/Delete", [.. asked.Fields])).Location);
        Assert.Contains($"The export {file.Name} was deleted.", (await admin.GetAsync("/Admin/Customers/Exports")).Text, StringComparison.Ordinal);
        await ShouldBeGoneAsync(admin, started.Location);
    }

    [Fact]
    public async Task AShortExportIsKeptForWhoWantsIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Kept", "Kept"));
        var page = await admin.GetAsync(New + "?list=search%3Dcompany%253Akept");
        var started = await admin.PostAsync(Start, [.. page.Fields, ("Keep", "true")]);

        Assert.Contains("Download", (await FinishAsync(admin, started.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExportIsItsOwnersAndWhoManagesSettings()
    {
        var owner = await SiteUser.CreateAsync(Site, ExportSite.Exporter);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Owned", "Owned"));
        var run = await Site.ExportToEndAsync(Of("owned", "Contact Name"), owner);
        var path = "/Admin/Customers/Exports/" + run.JobId;

        using (var user = await SiteUser.LogInAsync(Site, owner))
        {
            Assert.Equal(HttpStatusCode.OK, (await user.DownloadAsync(path + "/Download")).Status);
            Assert.Contains(run.JobId, (await user.GetAsync("/Admin/Customers/Exports")).Html, StringComparison.Ordinal);
        }

        using (var admin = await SiteUser.AdminAsync(Site))
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.DownloadAsync(path + "/Download")).Status);
            Assert.Contains("by " + owner, (await admin.GetAsync("/Admin/Customers/Exports")).Text, StringComparison.Ordinal);
        }

        // To another exporter it is as if it had never been.
        using var stranger = await SiteUser.WithRolesAsync(Site, ExportSite.Exporter);
        Assert.DoesNotContain(run.JobId, (await stranger.GetAsync("/Admin/Customers/Exports")).Html, StringComparison.Ordinal);
        await ShouldBeGoneAsync(stranger, path);
        Assert.Equal(run.State, (await Site.FindExportAsync(run.JobId))!.State);
        Assert.NotNull(await Site.ReadExportAsync(run.JobId));
    }

    [Fact]
    public async Task WhatHasExpiredSaysSo()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Late", "Late"));
        var run = await Site.ExportToEndAsync(Of("late", "Contact Name"));
        await Site.ChangeExportAsync(run.JobId, stored => stored.ExpiresUtc = DateTime.UtcNow.AddMinutes(-1));

        await ShouldBeGoneAsync(admin, "/Admin/Customers/Exports/" + run.JobId);
        Assert.Contains("Expired", (await admin.GetAsync("/Admin/Customers/Exports")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledExportSaysSoAndCanBeDeleted()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddManyAsync(4, (part, index) => (part.ContactName, part.Company) = ($"Ended {index}", "Ended"));
        var id = await Site.BeginExportAsync(Of("ended", "Contact Name"));
        await Site.StepExportAsync(id, 2);
        var path = "/Admin/Customers/Exports/" + id;
        var page = await admin.GetAsync(path);
        Assert.Contains("2 of 4 customers", page.Text, StringComparison.Ordinal);

        await admin.PostAsync(path + "/Cancel", [.. page.Fields.Where(field => field.Name == "__RequestVerificationToken")]);

        page = await admin.GetAsync(path);
        Assert.Contains("Cancelled", page.Text, StringComparison.Ordinal);
        Assert.Contains("Export again", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DownloadAsync(path + "/Download")).Status);
    }

    [Fact]
    public async Task WhoMayNotExportIsRefusedAndOfferedNothing()
    {
        using var user = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        await Site.AddAsync("Not For Export");
        var list = await user.GetAsync("/Admin/Customers?search=export");
        Assert.DoesNotContain("/Exports", list.Html, StringComparison.Ordinal);
        var token = list.Fields.Concat((await user.GetAsync("/Admin/Customers/Create")).Fields).First(field => field.Name == "__RequestVerificationToken");
        var path = "/Admin/Customers/Exports/" + new string('0', 32);

        foreach (var address in new[] { "/Admin/Customers/Exports", New, Start, path, path + "/Download", path + "/Delete" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(address)).Status);
        }

        foreach (var address in new[] { New, Start, path + "/Cancel", path + "/Delete" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync(address, token)).Status);
        }

        using var visitor = SiteUser.Anonymous(Site);
        Assert.StartsWith("/Login", (await visitor.GetAsync(path + "/Download")).Location, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ChangesWithoutATokenAreRefused()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddAsync(part => (part.ContactName, part.Company) = ("Token", "Token"));
        var run = await Site.ExportToEndAsync(Of("token", "Contact Name"));

        foreach (var address in new[] { New, Start, $"/Admin/Customers/Exports/{run.JobId}/Cancel", $"/Admin/Customers/Exports/{run.JobId}/Delete" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync(address, ("Which", "All"))).Status);
        }

        Assert.NotNull(await Site.ReadExportAsync(run.JobId));
    }

    [Fact]
    public async Task AFormThatCantBeRightSaysWhy()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var page = await admin.GetAsync(New);
        var token = page.Token;

        Assert.Contains("Nobody was ticked.", (await admin.PostAsync(Start, token, ("Which", "Ticked"))).Text, StringComparison.Ordinal);
        Assert.Contains("A filter of the list is not there any more.", (await admin.PostAsync(Start, token, ("Which", "Listed"), ("List", "group=4gone"))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose at least one column.", (await admin.PostAsync(Start, token, ("Columns", "Chosen"))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose at least one column.", (await admin.PostAsync(Start, token, ("Columns", "Chosen"), ("Chosen", "Card Verification Code"))).Text, StringComparison.Ordinal);
        Assert.Contains("Choose what stands between the cells.", (await admin.PostAsync(Start, token, ("Delimiter", "x"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync(Start, token, ("Format", "Pdf"))).Status);
    }

    private static async Task<SitePage> FinishAsync(SiteUser user, string path)
    {
        var page = await user.GetAsync(path);

        for (var attempt = 0; attempt < 1200 && page.Html.Contains("data-live=\"running\"", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            page = await user.GetAsync(path);
        }

        Assert.Contains("Ready", page.Text, StringComparison.Ordinal);

        return page;
    }

    private static async Task ShouldBeGoneAsync(SiteUser user, string path)
    {
        var never = await user.GetAsync("/Admin/Customers/Exports/" + new string('0', 32));
        var token = (await user.GetAsync(New)).Token;

        foreach (var page in new[] { await user.GetAsync(path), await user.GetAsync(path + "/Download"), await user.GetAsync(path + "/Delete"), await user.PostAsync(path + "/Cancel", token), await user.PostAsync(path + "/Delete", token) })
        {
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("exports are kept for some days only", page.Text, StringComparison.Ordinal);
            Assert.Equal(never.Text, page.Text);
        }
    }

    private static void ShouldBeForOneUser(SiteFile file)
    {
        Assert.Contains("Cache-Control: no-store", file.Headers, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", file.Headers, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Transfer.Import;

/// <summary>What is taken as a file, and what helps to make one.</summary>
public sealed class ImportUploadTests(SqliteImportSite fixture) : IClassFixture<SqliteImportSite>
{
    private const string Settings = "/Admin/Settings/customers-transfer";

    private TestSite Site => fixture.Site;

    [Theory]
    [InlineData(1_200_000)]
    [InlineData(5_000_000)]
    public async Task AFileThatIsTooLargeIsRefusedWithTheLimit(int length)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(Settings, ("ISite.TransferSettings.MaxFileMegabytes", "1"))).Status);

        var answer = await admin.UploadAsync(Encoding.UTF8.GetBytes("Contact Name\n" + new string('a', length)));
        var page = answer.Status == HttpStatusCode.Redirect ? await admin.GetAsync(answer.Location) : answer;

        Assert.Contains("The file is larger than 1 MB, the most that may be uploaded.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(Settings, ("ISite.TransferSettings.MaxFileMegabytes", "500"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.UploadAsync(Encoding.UTF8.GetBytes("Contact Name\n" + new string('a', length)))).Status);
    }

    [Theory]
    [InlineData("PK\u0003\u0004\u0014\u0000\u0000\u0000", "This is a compressed archive.")]
    [InlineData("", "The file is empty.")]
    [InlineData("\r\n\r\n", "The file is empty.")]
    [InlineData("<!DOCTYPE html><html><body>Log in</body></html>", "This is a web page, not a CSV file.")]
    public async Task WhatIsNoListIsRefusedBesideTheField(string file, string message)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var answer = await admin.UploadAsync(Encoding.Latin1.GetBytes(file), "list.csv");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAFileItIsAskedForAgain()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var answer = await admin.PostAsync(ImportPages.Upload, (await admin.GetAsync(ImportPages.Upload)).Token);

        Assert.Contains("Choose a file first.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormThatIsCutShortIsToldOf()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        Assert.Contains("The file did not arrive completely.", (await admin.GetAsync(ImportPages.Upload + "?problem=Incomplete")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(ImportPages.Upload + "?problem=nonsense")).Status);
    }

    [Fact, Seed("T8")]
    public async Task TheTemplateIsDownloadedAndImportsAsItIs()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var template = (await manager.GetAsync(ImportPages.List + "/Template")).Html;
        Assert.Contains("Contact Name", template.Split('\r')[0], StringComparison.Ordinal);

        var run = await manager.OpenAsync(template, "Customers.csv");
        var columns = (await manager.GetAsync(run + "/Plan")).Fields.Where(field => field.Name == "Columns").Select(field => field.Value).ToList();
        Assert.DoesNotContain("", columns);
        var tried = await manager.RunAsync(run, "");
        Assert.Contains("Failed 0", tried.Counts());
        Assert.Contains("To be created 3", tried.Counts());
    }

    [Fact, Seed("T8", "T11", "T12")]
    public async Task EveryColumnIsExplainedWithItsCodes()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var page = await manager.GetAsync(ImportPages.List + "/Columns");

        Assert.Contains("Command", page.Text, StringComparison.Ordinal);
        Assert.Contains("NEW, UPDATE, DELETE, IGNORE", page.Text, StringComparison.Ordinal);
        Assert.Matches("Contact Name[^<]*(?s:.)*?required", page.Html);
        Assert.Contains("Ship To Country", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAFileSaysIsShownAsText()
    {
        const string Script = "<script>alert(1)</script>";
        using var admin = await SiteUser.AdminAsync(Site);
        var run = await admin.OpenAsync($"{Script},Contact Name,Date Of Birth\n=cmd|' /C calc'!A0,{Script},{Script}\n\u202Eevil,Bob,\n", $"{Script}.csv");

        foreach (var page in new[] { await admin.GetAsync(run + "/Plan"), await admin.RunAsync(run, "", ["Company", "Contact Name", "Date Of Birth"]), await admin.GetAsync(ImportPages.List) })
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Script, page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("script&gt;", page.Html, StringComparison.Ordinal);
        }

        var failed = (await admin.GetAsync(run + "/Failed")).Html;
        Assert.Contains("'=cmd|", failed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheListTurnsItsPagesTheNewestFirst()
    {
        using var user = await SiteUser.AdminAsync(Site);

        for (var number = 1; number <= 21; number++)
        {
            await user.OpenAsync("Contact Name\nAnn\n", $"turn{number:00}.csv");
        }

        var first = await user.GetAsync(ImportPages.List);
        Assert.Contains("turn21.csv", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("turn01.csv", first.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{ImportPages.List}?pagenum=2\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("turn01.csv", (await user.GetAsync(ImportPages.List + "?pagenum=2")).Text, StringComparison.Ordinal);
        Assert.Contains("No imports yet.", (await user.GetAsync(ImportPages.List + "?pagenum=99")).Text, StringComparison.Ordinal);
    }
}

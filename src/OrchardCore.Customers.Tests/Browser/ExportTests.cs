using System.IO.Compression;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The whole way from the list to a file, as a user goes it.</summary>
[Collection(ImportTests.Many)]
public sealed class ExportTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth, Seed("V9")]
    public async Task AFilteredListIsDownloaded(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("=Export");
        await page.CreateAsync(name, ("Company", "Bäume & Söhne"), ("Phone", "+49 30 1234"));
        await page.OpenListAsync("?columns=company,phone&search=" + Uri.EscapeDataString(name));
        await page.Locator(".list-menu-end > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Export Customers" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Export customers", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("What the list shows: 1")).ToBeCheckedAsync();
        await Expect(page.GetByText("Contact Name, Customer Number, Company, Phone")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Second Phone")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Excel", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Mark it as UTF-8")).ToBeHiddenAsync();
        await page.ShouldBeSoundAsync();
        await CsvButton(page).CheckAsync();
        await Expect(page.GetByLabel("Mark it as UTF-8")).ToBeCheckedAsync();
        await page.ShouldBeSoundAsync();

        var csv = await DownloadAsync(page);
        Assert.EndsWith(".csv", csv.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Matches($"^Contact Name,Customer Number,Company,Phone\r\n'{name},C-[0-9]+,Bäume & Söhne,\\+49 30 1234\r\n$", text);

        // The page is still there, for another kind of file with other columns.
        await page.GetByLabel("Those I choose").CheckAsync();
        await page.GetByLabel("Second Phone").CheckAsync();
        await page.GetByLabel("Phone", new() { Exact = true }).UncheckAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByLabel("Excel", new() { Exact = true }).CheckAsync();
        var excel = await DownloadAsync(page);
        Assert.EndsWith(".xlsx", excel.SuggestedFilename, StringComparison.Ordinal);
        using var archive = await ZipFile.OpenReadAsync(await excel.PathAsync(), TestContext.Current.CancellationToken);
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Bäume &amp; Söhne", xml, StringComparison.Ordinal);
        Assert.Contains("Second Phone", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", xml, StringComparison.Ordinal);
    }

    /// <summary>The sample's 250 customers are downloaded at once, unless somebody wants them kept.</summary>
    [Theory, AtEveryWidth, Seed("V9")]
    public async Task AnExportInTheBackgroundWaitsUnderExports(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync("/Admin/Customers/Exports/New");
        await page.GetByLabel("Make it in the background").CheckAsync();
        await page.Locator("[name='Columns'][value='All']").CheckAsync();
        await page.Locator("[name='Format'][value='Excel']").CheckAsync();
        await ExportButton(page).ClickAsync();

        await page.Locator("[data-live='over']").WaitForAsync(new() { Timeout = 120_000 });
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ready" })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        var run = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "‹ Exports" }).ClickAsync();
        var row = page.Locator("tbody tr").Filter(new() { Has = page.Locator($"a[href='{new Uri(run).AbsolutePath}']") });
        await Expect(row).ToContainTextAsync("All customers");
        await Expect(row).ToContainTextAsync("Excel");
        await page.ShouldBeSoundAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Nobody can download it any more.");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("was deleted.").First).ToBeAttachedAsync();

        await page.GotoAsync(run);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This export is not there", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth, Seed("V9")]
    public async Task TickedCustomersAreExported(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync("?size=10");
        await page.Locator("[data-tick]").Nth(1).CheckAsync();
        await page.Locator("[data-tick]").Nth(3).CheckAsync();
        await page.ShouldBeSoundAsync();
        await page.Locator("[data-bulk]").GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();

        await Expect(page.GetByLabel("Those I ticked: 2")).ToBeCheckedAsync();
        await page.ShouldBeSoundAsync();
        await CsvButton(page).CheckAsync();
        var csv = await DownloadAsync(page);
        Assert.Equal(3, (await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken)).Length);

        // What can't be is told where it is.
        await page.GetByLabel("Those I choose").CheckAsync();
        await page.EvaluateAsync("document.querySelectorAll('[name=Chosen]').forEach(box => { box.checked = false; })");
        await ExportButton(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Choose at least one column." })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Those I ticked: 2")).ToBeCheckedAsync();
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task WithoutJavaScriptItIsTheSameWay()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        await page.OpenListAsync("?size=10");
        await page.Locator("[data-tick]").First.CheckAsync();
        await page.Locator("[data-bulk]").GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        await CsvButton(page).CheckAsync();
        await page.GetByLabel("Make it in the background").CheckAsync();
        await ExportButton(page).ClickAsync();

        for (var attempt = 0; attempt < 120 && await page.Locator("[data-live='over']").CountAsync() == 0; attempt++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.GetByRole(AriaRole.Link, new() { Name = "Reload" }).ClickAsync();
        }

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        Assert.Equal(2, (await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Length);
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Exports", Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Takes the pictures of the documentation, as <see cref="ScreenshotTests"/> does.</summary>
    [Fact(Explicit = true)]
    public async Task TakesThePicturesOfExports()
    {
        var folder = System.Environment.GetEnvironmentVariable("PICTURES");
        Assert.False(string.IsNullOrEmpty(folder), "PICTURES names no folder.");

        foreach (var (width, suffix) in new[] { (Width.Desktop, ""), (Width.Phone, "-phone") })
        {
            var page = await browser.OpenAsync(width);
            await page.OpenListAsync("?search=a&status=Active");
            await page.Locator("[data-tick]").Nth(1).CheckAsync();
            await page.Locator("[data-tick]").Nth(2).CheckAsync();
            await ScreenshotTests.TakeAsync(page, folder, "export-bulk" + suffix);
            await page.Locator("[data-bulk]").GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
            var (wide, high) = (page.ViewportSize!.Width, page.ViewportSize.Height);
            await page.SetViewportSizeAsync(wide, 1_000);
            await ScreenshotTests.TakeAsync(page, folder, "export-form" + suffix);
            await page.SetViewportSizeAsync(wide, high);
            await page.GetByLabel("Those I choose").CheckAsync();
            await ScreenshotTests.TakeAsync(page, folder, "export-form-columns" + suffix, isWhole: true);

            foreach (var format in new[] { "Csv", "Excel" })
            {
                await page.GotoAsync("/Admin/Customers/Exports/New");
                await page.Locator("[name='Columns'][value='All']").CheckAsync();
                await page.Locator($"[name='Format'][value='{format}']").CheckAsync();
                await page.GetByLabel("Make it in the background").CheckAsync();
                await ExportButton(page).ClickAsync();
                await ScreenshotTests.TakeAsync(page, folder, "export-run" + suffix);
                await page.Locator("[data-live='over']").WaitForAsync();
                await ScreenshotTests.TakeAsync(page, folder, "export-ready" + suffix);
            }

            await page.GotoAsync("/Admin/Customers/Exports");
            await ScreenshotTests.TakeAsync(page, folder, "exports" + suffix);
            await page.GotoAsync("/Admin/Customers/Exports/" + new string('0', 32));
            await ScreenshotTests.TakeAsync(page, folder, "export-gone" + suffix);
        }
    }

    private static ILocator CsvButton(IPage page) => page.Locator("[name='Format'][value='Csv']");

    private static ILocator ExportButton(IPage page) => page.Locator(".customers-buttons").GetByRole(AriaRole.Button, new() { Name = "Export" });

    private static Task<IDownload> DownloadAsync(IPage page) => page.RunAndWaitForDownloadAsync(() => ExportButton(page).ClickAsync());
}

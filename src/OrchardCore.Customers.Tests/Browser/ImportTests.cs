using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The whole way of a file, as a user goes it.</summary>
[Collection(Many)]
public sealed class ImportTests(BrowserFixture browser)
{
    /// <summary>Tests that stand in it don't meet: one makes many customers, another does something with all of them.</summary>
    public const string Many = "Many customers";

    private const int Rows = 10_000;

    /// <summary>A busy machine imports some hundred rows a second, or fewer.</summary>
    private const float Long = 600_000;

    [Theory, AtEveryWidth]
    [Seed("T6", "T14", "T15", "T16")]
    public async Task AListIsImportedAndAPopupConfirmsIt(Width width)
    {
        var page = await browser.OpenAsync(width);
        var firm = CustomerPages.NewName("Import");
        await page.OpenListAsync();
        await page.Locator(".list-menu-end > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Import Customer List" })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Import Customer List", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await ImportButton(page).ClickAsync();
        await Expect(page.GetByText("Choose a file first.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await SendAsync(page, "list.csv", $"Contact Name,E-Mail,Company,Date Of Birth\r\n{firm} Ann,,{firm},1990-01-31\r\n{firm} Bob,,{firm},31.31.1990\r\nعبد الله {firm},,{firm},\r\n");

        await Expect(page.GetByText("Rows: 3. Columns: 4.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await OverAsync(page);
        await Expect(page.GetByText("Nothing was saved yet")).ToBeVisibleAsync();
        await Expect(page.GetByText("31.31.1990").First).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await OverAsync(page);
        await ReadPopupAsync(page, "3 rows read, 2 created, 1 failed");
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "‹ Imports" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "list.csv" }).First).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.OpenListAsync("?search=" + Uri.EscapeDataString(firm));
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(2);
    }

    [Fact, Seed("T6", "T15", "T16")]
    public async Task TenThousandRowsAreWatchedCorrectedAndTakenBack()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        var firm = CustomerPages.NewName("Tenthousand");
        var csv = new StringBuilder("Kunde;Wer schreibt;Haus\n");

        for (var row = 1; row <= Rows; row++)
        {
            csv.Append(firm).Append(' ').Append(row).Append(';').Append(row % 4_000 == 1 ? "not an address" : $"{row}@{firm[^8..]}.example").Append(';').Append(firm).Append('\n');
        }

        await page.GotoAsync("/Admin/Customers/Imports/Upload");
        await SendAsync(page, "ten thousand.csv", csv.ToString());
        await MeansAsync(page, "Kunde", "Contact Name");
        await MeansAsync(page, "Wer schreibt", "Email");
        await MeansAsync(page, "Haus", "Company");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await OverAsync(page);
        await ShouldCountAsync(page, "To be created", "9,997");
        await ShouldCountAsync(page, "Failed", "3");

        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Paused" })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        var run = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByText("You can close this page: it goes on.")).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex("[0-9]+ a second"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.ShouldBeSoundAsync();
        await OverAsync(page);
        await ReadPopupAsync(page, "10,000 rows read, 9,997 created, 3 failed");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the failed rows (3)" }).ClickAsync());
        Assert.Equal("ten thousand - failed rows.csv", download.SuggestedFilename);
        var failed = await System.IO.File.ReadAllTextAsync(await download.PathAsync());
        Assert.Equal(4, failed.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        await page.GotoAsync("/Admin/Customers/Imports/Upload");
        await SendAsync(page, download.SuggestedFilename, failed.Replace("not an address", "", StringComparison.Ordinal));
        await MeansAsync(page, "Kunde", "Contact Name");
        await MeansAsync(page, "Haus", "Company");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import without checking" }).ClickAsync();
        await OverAsync(page);
        await Expect(page.GetByText("3 rows read, 3 created").First).ToBeAttachedAsync();

        await page.GotoAsync(run);
        await page.GetByRole(AriaRole.Link, new() { Name = "Undo the import" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("9,997 customers that it created are deleted");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        await OverAsync(page);
        await ShouldCountAsync(page, "Taken back", "9,997");
        await page.ShouldBeSoundAsync();
        await page.OpenListAsync("?search=" + Uri.EscapeDataString(firm));
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
    }

    [Theory, AtEveryWidth]
    public async Task WhatIsWrongWithAPlanIsReachedByKeyboardAndNothingIsLost(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync("/Admin/Customers/Imports/Upload");
        await SendAsync(page, new string('x', 120) + ".csv", $"<b>{new string('w', 200)}</b>,Zwei\n=1+1,{new string('m', 3_000)}\n");
        await page.ShouldBeSoundAsync();
        await page.GetByLabel("Put new customers on hold, because").FillAsync("Looked at later");
        await page.GetByLabel("Put new customers on hold, because").PressAsync("Enter");

        var error = page.GetByRole(AriaRole.Link, new() { NameRegex = new("Say of at least one column what it means") });
        await Expect(error).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await error.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#Columns")).ToBeInViewportAsync();
        await Expect(page.GetByLabel("Put new customers on hold, because")).ToHaveValueAsync("Looked at later");

        await page.GetByText("Remember this for the next file").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();
        await Expect(page.Locator("#ProfileName-error")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Imports", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task WithoutJavaScriptItIsTheSameWay()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var firm = CustomerPages.NewName("Plain");
        await page.GotoAsync("/Admin/Customers/Imports/Upload");
        await SendAsync(page, "plain.csv", $"Contact Name,Company\n{firm},{firm}\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import without checking" }).ClickAsync();

        for (var attempt = 0; attempt < 120 && await page.Locator("[data-live='over']").CountAsync() == 0; attempt++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.GetByRole(AriaRole.Link, new() { Name = "Reload" }).ClickAsync();
        }

        await Expect(page.GetByText("The import is done: one row read, 1 created.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Undo the import" }).ClickAsync();
        await Expect(page.GetByText("The customer that it created is deleted.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Undo of") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AFileThatIsTooLargeIsToldOfBeforeItIsSent()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        await page.GotoAsync("/Admin/Customers/Imports/Upload");
        await page.EvalOnSelectorAsync("form[data-upload]", "form => { form.dataset.max = '10'; }");
        await page.GetByLabel("Files").SetInputFilesAsync(Payload("large.csv", "Contact Name\nmore than ten\n"));

        await Expect(page.GetByText("The file is larger than")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("T8")]
    public async Task TheColumnsAreExplained(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync("/Admin/Customers/Imports/Columns");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Columns of customer lists", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        var template = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the template" }).ClickAsync());
        Assert.Equal("Customers.csv", template.SuggestedFilename);

        await page.GotoAsync("/Admin/Settings/customers-transfer");
        await Expect(page.GetByLabel("The largest file, in MB")).ToHaveValueAsync("500");
        await page.ShouldBeSoundAsync();
    }

    internal static async Task SendAsync(IPage page, string name, string csv)
    {
        await page.GetByLabel("Files").SetInputFilesAsync(Payload(name, csv));
        await ImportButton(page).ClickAsync();
        await page.ArriveAsync(url => url.EndsWith("/Plan", StringComparison.Ordinal));
    }

    internal static Task OverAsync(IPage page) => page.Locator("[data-live='over']").WaitForAsync(new() { Timeout = Long });

    private static FilePayload Payload(string name, string csv) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) };

    private static ILocator ImportButton(IPage page) => page.Locator("form[data-upload]").GetByRole(AriaRole.Button, new() { Name = "Import" });

    private static Task MeansAsync(IPage page, string heading, string column)
        => page.GetByLabel($"What {heading} is imported as").SelectOptionAsync(new SelectOptionValue { Value = column });

    private static Task ShouldCountAsync(IPage page, string label, string number)
        => Expect(page.Locator(".jobs-result > div").Filter(new() { Has = page.GetByText(label, new() { Exact = true }) }).Locator("dd")).ToHaveTextAsync(number);

    /// <summary>The popup may be missed when the import is done before the page looks again; then the page says the same.</summary>
    private static async Task ReadPopupAsync(IPage page, string summary)
    {
        await Expect(page.Locator(".alert", new() { HasText = $"The import is done: {summary}." })).ToBeAttachedAsync();
        var popup = page.Locator("dialog[data-popup]");
        await Expect(popup).ToBeVisibleAsync();
        await Expect(popup).ToContainTextAsync(summary);
        await page.ShouldBeSoundAsync();
        await popup.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        await Expect(popup).ToBeHiddenAsync();
    }
}

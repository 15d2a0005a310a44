using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>What stands around the list: filters, views, columns, ticks and keys.</summary>
public sealed class CustomerListToolsTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("E3", "E5")]
    public async Task FiltersCombineAndEachHasAChipThatDropsIt(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Chip");
        await page.CreateAsync(name, ("FirstName", "Chipina"), ("Company", name));
        await page.OpenListAsync("?size=10");

        await page.OpenFiltersAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByLabel("First name").FillAsync("chip");
        await page.GetByLabel("Company", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Created, from").FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();

        await Expect(page.Row(name)).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("size=10"));
        await Expect(page).Not.ToHaveURLAsync(new Regex("lastname="));
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "First name: chip" }).ClickAsync();
        await Expect(page.Row(name)).ToBeVisibleAsync();
        await Expect(page.Locator(".list-chip")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Drop all filters" }).ClickAsync();
        await Expect(page.Locator(".list-chip")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(10);
    }

    /// <summary>On a phone Orchard's own theme needs its script to fold its menu away.</summary>
    [Fact]
    public async Task FiltersAndColumnsWorkWithoutJavaScript()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        await page.OpenListAsync("?size=10&columns=email,phone");

        await page.OpenFiltersAsync();
        await page.GetByLabel("Status").SelectOptionAsync("Inactive");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Expect(page.Locator(".list-chip")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { Name = "Columns" }).ClickAsync();
        await Expect(page.Locator(".list-columns label").First).ToHaveTextAsync("E-mail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move E-mail down" }).ClickAsync();
        await Expect(page.Locator(".list-columns label").First).ToHaveTextAsync("Phone");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator(".list-chip")).ToHaveCountAsync(1);
    }

    [Theory, AtEveryWidth]
    [Seed("V10", "E7")]
    public async Task AListIsSavedAsAViewChangedAndDeleted(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("<script> =cmd عبد");
        await page.OpenListAsync("?status=Active&size=10&columns=email,phone");

        await page.GetByRole(AriaRole.Link, new() { Name = "Save as view" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await dialog.GetByLabel("Name").FillAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await Expect(page.GetByText($"View: {name}")).ToBeVisibleAsync();
        await Expect(page.GetByText("changed", new() { Exact = true })).ToHaveCountAsync(0);

        // Columns are chosen by keyboard alone.
        await page.GetByRole(AriaRole.Link, new() { Name = "Columns" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator("label").First).ToHaveTextAsync("E-mail");
        await page.ShouldBeSoundAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move Phone up" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator("label").First).ToHaveTextAsync("Phone");
        await dialog.GetByLabel("First name").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use these columns" }).PressAsync("Enter");

        await Expect(page.GetByText("changed", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(["Contact name", "Phone", "E-mail", "First name", "Actions"], (await page.Locator("thead th").AllTextContentsAsync()).Select(text => text.Trim()));

        await page.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await Expect(page.GetByText("changed", new() { Exact = true })).ToHaveCountAsync(0);
        await page.GetByText($"View: {name}").ClickAsync();
        await Expect(page.Locator(".list-menu a[aria-current]")).ToContainTextAsync(name);
        await page.ShouldBeSoundAsync();

        await page.GotoAsync("/Admin/Customers/Views");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {name}" }).ClickAsync();
        await Expect(page.GetByText(name)).ToHaveCountAsync(0);
    }

    [Theory, AtEveryWidth]
    [Seed("E8")]
    public async Task ManyColumnsStayInTheirFrame(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName(new string('W', 200));
        await page.CreateAsync(name, ("FirstName", new string('M', 100)), ("LastName", "محمد"));

        await page.OpenListAsync($"?search={name}&columns=id,number,title,firstname,middlename,lastname,company,email,phone,secondphone,dateofbirth,gender,language,currency,site,sites,hold,account,status,created,modified,managedby,createdby");

        await Expect(page.Row(name)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task AQuestionMarkShowsTheKeys()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        await page.OpenListAsync("?size=10");

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys of the list" })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("f");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("First name")).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    public async Task RowsAreTickedByKeysAndAllAtOnce(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync("?size=10");
        Assert.SkipWhen(await page.Locator("[data-bulk]").CountAsync() == 0, "There is nothing to do with many customers at once.");
        var bar = page.Locator("[data-bulk]");
        await Expect(bar).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("x");
        await Expect(bar.GetByText("2 selected")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await bar.GetByLabel(new Regex("^Select all .* that match")).CheckAsync();
        await Expect(page.Locator("[data-tick]:checked")).ToHaveCountAsync(10);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("[data-tick]").First.UncheckAsync();
        await Expect(bar.GetByText("9 selected")).ToBeVisibleAsync();
    }
}

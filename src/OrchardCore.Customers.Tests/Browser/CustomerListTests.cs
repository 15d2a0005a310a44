using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

public sealed class CustomerListTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("O1", "O2", "O3", "O4", "T23")]
    public async Task ACustomerIsFoundByPartOfItsName(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Ångström");
        await page.CreateAsync(name);

        await page.OpenListAsync();
        await page.SearchAsync(name[2..14].ToUpperInvariant());

        await Expect(page.Row(name)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("V2", "V3", "V4", "V7")]
    public async Task ARowShowsNameNumberCompanyEMailPhoneStatusAndCreation(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Row");
        await page.CreateAsync(name, ("Company", "Tékassi ehf"), ("Email", $"{name.Replace(' ', '.')}@example.com"), ("Phone", "+354 555 0101"));

        await page.OpenListAsync($"?search={name}");

        foreach (var text in new[] { "Tékassi ehf", $"{name.Replace(' ', '.')}@example.com", "+354 555 0101", "Active" })
        {
            await Expect(page.Row(name)).ToContainTextAsync(text);
        }

        await Expect(page.Row(name)).ToContainTextAsync(new Regex("C-[0-9]{6}"));
        await Expect(page.Row(name).Locator("time")).ToHaveAttributeAsync("title", new Regex("20[0-9]{2}"));
    }

    [Theory, AtEveryWidth]
    [Seed("O8", "S5", "S6", "S7", "S17", "V8")]
    public async Task ARowLeadsToTheCustomerAndOffersViewEditAndDelete(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Clickable");
        await page.CreateAsync(name);

        foreach (var (action, landmark) in new[] { ("View", "List Customers"), ("Edit", "Back to Customers") })
        {
            await page.OpenListAsync($"?search={name}");
            await page.Row(name).GetByRole(AriaRole.Link, new() { Name = $"{action} {name}" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = landmark })).ToBeVisibleAsync();
        }

        await page.OpenListAsync($"?search={name}");
        await Expect(page.Row(name).GetByRole(AriaRole.Link, new() { Name = $"Delete {name}" })).ToBeVisibleAsync();

        // A click anywhere in the row opens the customer, and from there the form.
        await page.Row(name).GetByText("Active").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/Admin/Customers/[0-9a-z]{26}[?]"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit Customer" }).ClickAsync();
        await Expect(page.Field("ContactName")).ToHaveValueAsync(name);
    }

    [Fact]
    [Seed("O7", "S4", "S12")]
    public async Task NewCustomerStandsTopRight()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        await page.OpenListAsync();
        var button = page.GetByRole(AriaRole.Link, new() { Name = "New Customer" }).First;
        var box = await button.BoundingBoxAsync();

        Assert.InRange(box!.X + box.Width, 1180, 1280);
        Assert.InRange(box.Y, 0, 300);

        await button.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New Customer" })).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    public async Task HeadingsSortAndTurnRound(Width width)
    {
        var page = await browser.OpenAsync(width);
        var marker = CustomerPages.NewName("Sorting");
        await page.CreateAsync(marker + " A", ("Company", "Zeta"));
        await page.CreateAsync(marker + " B", ("Company", "Alpha"));
        await page.OpenListAsync($"?search={marker}");
        var titles = page.Locator("[data-row-link]");
        await Expect(titles).ToHaveTextAsync([marker + " A", marker + " B"]);

        await page.Locator(".list-sort", new() { HasText = "Company" }).ClickAsync();
        await Expect(titles).ToHaveTextAsync([marker + " B", marker + " A"]);
        await Expect(page.Locator("th[aria-sort='ascending']")).ToContainTextAsync("Company");

        await page.Locator(".list-sort", new() { HasText = "Company" }).ClickAsync();
        await Expect(titles).ToHaveTextAsync([marker + " A", marker + " B"]);
        await Expect(page.Locator("th[aria-sort='descending']")).ToContainTextAsync("Company");
    }

    [Theory, AtEveryWidth]
    public async Task TheStateOfTheListSurvivesAVisitToACustomerAndBack(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync("?status=Active&sort=company&order=desc&size=10&pagenum=2");
        var titles = await page.Locator("[data-row-link]").AllTextContentsAsync();

        await page.Locator("[data-row-link]").Nth(3).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "List Customers" }).ClickAsync();

        await Expect(page.Locator("[data-row-link]")).ToHaveTextAsync(titles);
        await Expect(page.GetByLabel("Status")).ToHaveValueAsync("Active");
    }

    [Theory, AtEveryWidth]
    public async Task PagesAndPageSizesAreWalkedByLinks(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync("?size=10");
        await Expect(page.GetByText(new Regex("^1–10 of "))).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Expect(page.GetByText(new Regex("^11–20 of "))).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        // Other tests add customers meanwhile: where the last page was, there may be one more now.
        var (last, next) = (page.GetByRole(AriaRole.Link, new() { Name = "Last page" }), page.GetByRole(AriaRole.Link, new() { Name = "Next page" }));

        for (var tries = 0; tries < 5 && await last.CountAsync() > 0; tries++)
        {
            var address = await last.GetAttributeAsync("href") ?? "";
            await last.ClickAsync();
            await page.ArriveAsync(url => url.EndsWith(address, StringComparison.Ordinal));
        }

        await Expect(next).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Rows per page" }).GetByText("100").ClickAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(100);
    }

    [Theory, AtEveryWidth]
    public async Task NoMatchSaysSoAndOffersToDropWhatNarrows(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync("?search=nobodyhasthisname&status=Inactive");

        await Expect(page.GetByText("No customer matches.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Search for something else" }).ClickAsync();
        await Expect(page.GetByLabel("Status")).ToHaveValueAsync("Inactive");
        await Expect(page.Locator("[data-row]").First).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("S11")]
    public async Task EveryControlHasAHintOnHoverAndOnFocus(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync("?size=10");
        await ShouldHaveHintsAsync(page, "[data-customers-list]");

        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).HoverAsync();
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToHaveTextAsync("Find what matches the term and the filters");
        await page.Mouse.MoveAsync(1, 1);
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToHaveCountAsync(0);
        await page.OpenFiltersAsync();
        await page.GetByLabel("Status").FocusAsync();
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToHaveTextAsync("Show only customers with this status");

        await page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "List Customers" })).ToBeVisibleAsync();
        await ShouldHaveHintsAsync(page, ".customers-toolbar");

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit Customer" }).ClickAsync();
        await Expect(page.SaveButton()).ToBeVisibleAsync();
        await ShouldHaveHintsAsync(page, ".customers-toolbar");
        await ShouldHaveHintsAsync(page, ".customers-buttons");
    }

    /// <summary>A tooltip keeps its text in data-bs-original-title; a row's title says itself where it leads.</summary>
    private static async Task ShouldHaveHintsAsync(IPage page, string place)
    {
        var controls = await page.Locator(place).Locator("a, button, select, input:not([type='hidden'])").AllAsync();
        Assert.NotEmpty(controls);

        foreach (var control in controls)
        {
            Assert.True(await control.EvaluateAsync<bool>("element => element.matches('[data-row-link], [title], [data-bs-original-title]')"), await control.EvaluateAsync<string>("element => element.outerHTML"));
        }
    }

    [Fact]
    public async Task TheListIsWorkedByKeys()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        await page.OpenListAsync("?size=10");
        var links = page.Locator("[data-row-link]");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(links.First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("n/a");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("n/a");

        await page.OpenListAsync("?size=10");
        await page.Keyboard.PressAsync("ArrowDown");
        var name = await links.First.TextContentAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name!);

        await page.OpenListAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New Customer" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TheListWorksWithoutJavaScript()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        await page.OpenListAsync("?size=10");
        await page.SearchAsync("example");

        await Expect(page).ToHaveURLAsync(new Regex("search=example"));
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(10);
    }

    [Theory, AtEveryWidth]
    public async Task LongAndRightToLeftNamesKeepTheirPlace(Width width)
    {
        var page = await browser.OpenAsync(width);
        var wide = CustomerPages.NewName(new string('W', 200));
        var arabic = CustomerPages.NewName("عبد الله محمد");
        await page.CreateAsync(wide, ("Company", new string('M', 250)), ("Email", Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N") + "@" + new string('d', 60) + ".example.com"));
        await page.CreateAsync(arabic);

        await page.OpenListAsync($"?search={wide}");
        await Expect(page.Row(wide)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.OpenListAsync($"?search={arabic}");
        await Expect(page.Row(arabic)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData("?pagenum=7&size=10")]
    [InlineData("?search=WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW&status=Active")]
    public async Task AMiddlePageAndALongTermFitOnAPhone(string query)
    {
        var page = await browser.OpenAsync(Width.Phone);
        await page.OpenListAsync(query);

        await page.ShouldBeSoundAsync();
    }
}

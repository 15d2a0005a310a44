using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The page of one customer, as somebody works with it.</summary>
public sealed class CustomerPageTests(BrowserFixture browser)
{
    private const string Long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft <script>alert(1)</script> =cmd";

    [Theory, AtEveryWidth]
    public async Task ANoteIsWrittenPinnedChangedAndDeleted(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Noted");
        await page.CreateAsync(name);
        await OpenAsync(page, name);
        await Tab(page, "Notes").ClickAsync();
        await Expect(page.GetByText("No notes yet.")).ToBeVisibleAsync();

        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("First line\n" + Long);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Expect(page.Locator(".note-text")).ToContainTextAsync(Long);
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
        await Tab(page, "Overview").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pinned notes" })).ToBeVisibleAsync();
        await Expect(page.Locator(".note-text")).ToContainTextAsync(Long);
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "All notes" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit note" }).ClickAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("Changed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
        await Expect(page.Locator(".note-text")).ToHaveTextAsync("Changed");

        await page.GetByRole(AriaRole.Link, new() { Name = "Delete note" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("No notes yet.")).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("V18", "V19", "E21")]
    public async Task WhatWasChangedStandsInTheHistoryFieldByField(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Historic");
        await page.CreateAsync(name, ("Company", "شركة الشاي المحدودة"));
        await OpenAsync(page, name);
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit Who" }).ClickAsync();
        await Expect(page.Field("Title")).ToBeFocusedAsync();
        await page.Field("Company").FillAsync(Long);
        await page.SaveButton().ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator(".customer-changes")).ToContainTextAsync("Changed: Company");
        await page.ShouldBeSoundAsync();

        await Tab(page, "History").ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Company" });
        await Expect(row).ToContainTextAsync("شركة الشاي المحدودة");
        await Expect(row).ToContainTextAsync(Long);
        await Expect(page.Locator(".history-entry")).ToHaveCountAsync(2);
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    public async Task WhoHasTheNameOrTheAddressIsSaidWhileItIsTyped(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Similar");
        var email = name.Replace(' ', '.') + "@example.com";
        await page.CreateAsync(name, ("Email", email));

        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field("FirstName").FillAsync(name.Split(' ')[0].ToUpperInvariant());
        await page.Field("LastName").FillAsync(name.Split(' ')[1]);
        var link = page.Locator("[aria-live='polite']").GetByRole(AriaRole.Link, new() { Name = name });
        await Expect(link).ToHaveCountAsync(1);
        await page.Field("Email").FillAsync(email.ToUpperInvariant());
        await Expect(link).ToHaveCountAsync(2);
        await page.ShouldBeSoundAsync();
        var opened = await page.RunAndWaitForPopupAsync(() => link.First.ClickAsync());
        await Expect(opened.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();

        await page.Field("Email").FillAsync("other@example.com");
        await Expect(link).ToHaveCountAsync(1);
    }

    [Theory, AtEveryWidth]
    public async Task TheCustomersOpenedLastAreAKeyAway(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Recent");
        await page.CreateAsync(name);
        await OpenAsync(page, name);

        await page.OpenListAsync();
        await page.Locator("summary", new() { HasText = "Recently opened" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var link = page.Locator("[data-recent-target]").GetByRole(AriaRole.Link, new() { Name = name });
        await Expect(link).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    public async Task WhatWasTypedWhenTheSessionEndedIsOfferedAfterTheLogIn(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Interrupted");
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field("ContactName").FillAsync(name);
        await page.Field("Gender").SelectOptionAsync("Female");
        await page.GetByLabel("Inactive").CheckAsync();
        await page.Context.ClearCookiesAsync();
        await page.SaveButton().ClickAsync();

        await page.FillAsync("[name='LoginForm.UserName']", SampleSite.User);
        await page.FillAsync("[name='LoginForm.Password']", SampleSite.Password);
        await page.PressAsync("[name='LoginForm.Password']", "Enter");
        await Expect(page.GetByText("What you typed here before was not saved.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore what you typed" }).ClickAsync();

        await Expect(page.Field("ContactName")).ToHaveValueAsync(name);
        await Expect(page.Field("Gender")).ToHaveValueAsync("Female");
        await Expect(page.GetByLabel("Inactive")).ToBeCheckedAsync();
        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();

        await page.GotoAsync("/Admin/Customers/Create");
        await Expect(page.SaveButton()).ToBeVisibleAsync();
        await Expect(page.GetByText("What you typed here before was not saved.")).ToHaveCountAsync(0);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(key => key.startsWith('customers.typed:')).length"));
    }

    [Fact]
    public async Task ThePageWorksWithoutJavaScript()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Scriptless Page");
        await page.CreateAsync(name);
        await OpenAsync(page, name);
        await Tab(page, "Notes").ClickAsync();
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("Without a script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete note" }).ClickAsync();
        await Expect(page.GetByText("Delete this note? This cannot be undone.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(page.GetByText("No notes yet.")).ToBeVisibleAsync();

        await page.OpenListAsync();
        await page.Locator("summary", new() { HasText = "Recently opened" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Recently opened customers" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
    }

    private static ILocator Tab(IPage page, string name)
        => page.Locator(".customers-page .nav-tabs").GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^\\s*{name}") });

    private static async Task OpenAsync(IPage page, string name)
    {
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }
}

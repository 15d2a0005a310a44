using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>Sites are made, tested, switched off and deleted, by mouse and by keyboard; a user is limited to some. The sample has five sites and a user for it.</summary>
public sealed class SitesTests(BrowserFixture browser)
{
    private const string List = "/Admin/Customers/Sites";
    private const string Users = "/Admin/Customers/Sites/Users";
    private const string Nora = "nora";

    [Theory, AtEveryWidth]
    [Seed("E27")]
    public async Task ASiteIsMadeTestedSwitchedOffAndDeleted(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Búð <script>");
        await page.GotoAsync(List);
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New Site" }).ClickAsync();
        await page.ShouldBeSoundAsync();

        await page.Locator("[name='Name']").FillAsync(name);
        await page.Locator("[name='Code']").FillAsync("de");
        await page.Locator("[name='StorefrontUrl']").FillAsync("http://shop.example.com");
        await page.Locator("[name='Currencies']").FillAsync("ISK, KRONA");
        await page.Locator("[name='Languages']").FillAsync("is");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Site" }).ClickAsync();
        await Expect(page.Locator("#Code-error")).ToContainTextAsync("has this code already");
        await Expect(page.Locator("#StorefrontUrl-error")).ToContainTextAsync("This is no address of a storefront.");
        await Expect(page.Locator("#Currencies-error")).ToContainTextAsync("“KRONA” is no currency.");
        await Expect(page.Locator("[name='Name']")).ToHaveValueAsync(name);
        await page.ShouldBeSoundAsync();

        await page.Locator("[name='Code']").FillAsync("T" + Guid.NewGuid().ToString("N")[..8]);
        await page.Locator("[name='StorefrontUrl']").FillAsync("http://localhost:1");
        await page.Locator("[name='Currencies']").FillAsync("ISK");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Site" }).ClickAsync();
        await Expect(Row(page, name)).ToContainTextAsync("Active");
        await page.ShouldBeSoundAsync();

        await Row(page, name).GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await Expect(page.GetByText($"The storefront of {name} can't be reached: localhost:1 takes no connection.").First).ToBeAttachedAsync();
        await Row(page, name).GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Expect(Row(page, name)).ToContainTextAsync("Inactive");
        await page.ShouldBeSoundAsync();

        await Row(page, name).GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync($"Delete the site {name}?");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Row(page, name)).ToHaveCountAsync(0);
    }

    [Theory, AtEveryWidth]
    [Seed("E27")]
    public async Task OfTwoWhoEditASiteTheSlowerOneSeesBothAndDecidesByKeyboard(Width width)
    {
        var (page, other) = (await browser.OpenAsync(width), await browser.OpenAsync(width));
        var name = CustomerPages.NewName("Twofold");
        await MakeAsync(page, name);
        await Row(page, name).GetByRole(AriaRole.Link, new() { NameRegex = new("^Edit") }).PressAsync("Enter");
        await other.GotoAsync(page.Url);

        await other.Locator("[name='StorefrontUrl']").FillAsync("https://theirs.example.com");
        await other.GetByRole(AriaRole.Button, new() { Name = "Update Site" }).PressAsync("Enter");
        await Expect(Row(other, name)).ToContainTextAsync("theirs.example.com");

        await page.Locator("[name='StorefrontUrl']").FillAsync("https://yours.example.com");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Somebody else saved this site after you had opened it.").First).ToBeVisibleAsync();
        await Expect(page.Locator("[name='StorefrontUrl']")).ToHaveValueAsync("https://yours.example.com");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the stored value" }).PressAsync("Enter");
        await Expect(page.Locator("[name='StorefrontUrl']")).ToHaveValueAsync("https://theirs.example.com");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(page, name)).ToContainTextAsync("theirs.example.com");
        await DeleteAsync(page, name);
    }

    [Theory, AtEveryWidth]
    [Seed("T3")]
    public async Task AUserWhoIsLimitedSeesTheCustomersOfItsSitesAndNoOthers(Width width)
    {
        var admin = await browser.OpenAsync(width);
        var mark = CustomerPages.NewName("Sited");
        var hidden = await CreateAsync(admin, $"{mark} hidden", "JP");
        await CreateAsync(admin, $"{mark} own", "DE");
        await LiftAsync(admin);

        await admin.GotoAsync(Users);
        await admin.ShouldBeSoundAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Limit a User" }).ClickAsync();
        await admin.ShouldBeSoundAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Limit the User" }).ClickAsync();
        await Expect(admin.Locator("#UserName-error")).ToContainTextAsync("Choose a user.");
        await admin.ShouldBeSoundAsync();
        await admin.Locator("[name='UserName']").FillAsync(Nora);
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = "Our shop in Germany" }).CheckAsync();
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = "Our shop for Europe" }).CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Limit the User" }).ClickAsync();
        await Expect(UserRow(admin)).ToContainTextAsync("Our shop in Germany");
        await admin.ShouldBeSoundAsync();

        try
        {
            var page = await browser.OpenAsAsync(width, Nora);
            await page.OpenListAsync($"?search={Uri.EscapeDataString(mark)}");
            await Expect(page.Row($"{mark} own")).ToBeVisibleAsync();
            await Expect(page.Row($"{mark} hidden")).ToHaveCountAsync(0);
            await page.ShouldBeSoundAsync();
            await page.OpenListAsync("?size=100");
            await page.ShouldBeSoundAsync();
            Assert.Equal(404, (await page.GotoAsync(hidden))!.Status);

            await page.GotoAsync("/Admin/Customers/Create");
            await Expect(page.Field(nameof(CustomerPart.PreferredSite)).Locator("option")).ToHaveTextAsync(["None", "Our shop in Germany", "Our shop for Europe"]);
            await page.CreateAsync($"{mark} new");
            await page.OpenListAsync($"?search={Uri.EscapeDataString(mark)}");
            await Expect(page.Row($"{mark} new")).ToBeVisibleAsync();
            Assert.Equal(403, (await page.GotoAsync(List))!.Status);
        }
        finally
        {
            await LiftAsync(admin);
        }
    }

    [Fact]
    public async Task WithoutJavaScriptAPageAsksBeforeASiteIsDeleted()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Scriptless");
        await MakeAsync(page, name);
        await Row(page, name).GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText($"Delete the site {name}?")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(Row(page, name)).ToHaveCountAsync(0);

        await page.GotoAsync(List + "/DE/Delete");
        await Expect(page.GetByText("Switch it off instead.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Switch off" })).ToBeVisibleAsync();
    }

    /// <summary>Makes a customer who shops at a site first.</summary>
    /// <returns>The address of its page.</returns>
    private static async Task<string> CreateAsync(IPage page, string name, string site)
    {
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field(nameof(CustomerPart.ContactName)).FillAsync(name);
        await page.Field(nameof(CustomerPart.PreferredSite)).SelectOptionAsync(site);
        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(Regex.Escape(name)), Level = 1 })).ToBeVisibleAsync();

        return page.Url;
    }

    private static async Task MakeAsync(IPage page, string name)
    {
        await page.GotoAsync(List + "/Create");
        await page.Locator("[name='Name']").FillAsync(name);
        await page.Locator("[name='Code']").FillAsync("T" + Guid.NewGuid().ToString("N")[..8]);
        await page.Locator("[name='StorefrontUrl']").FillAsync("https://shop.example.com");
        await page.Locator("[name='Currencies']").FillAsync("EUR");
        await page.Locator("[name='Languages']").FillAsync("de");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Site" }).ClickAsync();
        await Expect(Row(page, name)).ToBeVisibleAsync();
    }

    private static async Task DeleteAsync(IPage page, string name)
    {
        await Row(page, name).GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Row(page, name)).ToHaveCountAsync(0);
    }

    private static async Task LiftAsync(IPage page)
    {
        await page.GotoAsync(Users);

        if (await UserRow(page).CountAsync() > 0)
        {
            await UserRow(page).GetByRole(AriaRole.Link, new() { Name = "Lift the limit" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Lift the limit" }).ClickAsync();
            await Expect(UserRow(page)).ToHaveCountAsync(0);
        }
    }

    private static ILocator Row(IPage page, string name) => page.Locator("tbody tr").Filter(new() { HasText = name });

    private static ILocator UserRow(IPage page) => page.Locator("tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = Nora, Exact = true }) });
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>Who manages a customer is chosen and cleared by mouse, keyboard and touch; a guest sees what it manages. The sample has the users.</summary>
public sealed class ManagedByTests(BrowserFixture browser)
{
    private const string Kim = "kim";
    private const string Guest = "guest";

    [Theory, AtEveryWidth]
    [Seed("O15", "O18", "O19")]
    public async Task AUserIsPickedOnTheFormAndClearedWithTheX(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Picked");
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field("ContactName").FillAsync(name);
        var field = page.Field("ManagedBy");
        var clear = page.GetByRole(AriaRole.Button, new() { Name = "Clear Managed by" });
        await Expect(clear).ToBeHiddenAsync();

        await PressAsync(field, width);
        await page.ShouldBeSoundAsync();
        await PressAsync(page.GetByRole(AriaRole.Option, new() { Name = Kim, Exact = true }), width);
        await Expect(field).ToHaveValueAsync(Kim);
        await Expect(page.Locator(".picker-options")).ToBeHiddenAsync();

        if (width == Width.Desktop)
        {
            await field.HoverAsync();
        }

        await PressAsync(clear, width);
        await Expect(field).ToHaveValueAsync("");
        await Expect(field).ToBeFocusedAsync();
        await Expect(clear).ToBeHiddenAsync();

        await field.PressSequentiallyAsync("gues");
        await PressAsync(page.GetByRole(AriaRole.Option, new() { Name = Guest, Exact = true }), width);
        await page.ShouldBeSoundAsync();
        await page.SaveButton().ClickAsync();
        await OpenAsync(page, name);
        await Expect(page.Locator(".managed-by")).ToContainTextAsync(Guest);
    }

    [Theory, AtEveryWidth]
    [Seed("O15", "O18", "O19")]
    public async Task AUserIsPickedAndClearedByKeyboardAlone(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Keyed");
        await page.CreateAsync(name);
        await OpenAsync(page, name);

        await page.Locator(".managed-by-choose summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var field = page.Locator("[name='managedBy'][role='combobox']");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("kim");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync(Kim);
        await page.ShouldBeSoundAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = Kim, Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".managed-by")).ToContainTextAsync(Kim);
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear Managed by" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".managed-by")).ToContainTextAsync("managed by nobody");
    }

    [Theory, AtEveryWidth]
    [Seed("O18", "O19")]
    public async Task ThePageOfACustomerChangesWhoManagesItAndSaysWhoIsNobody(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Headed");
        await page.CreateAsync(name);
        await OpenAsync(page, name);

        await ChooseAsync(page, width, "nobody <b>here</b>");
        await Expect(page.GetByText("There is no user “nobody <b>here</b>”.").First).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.Locator("[name='managedBy']").FillAsync(Kim);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".managed-by")).ToContainTextAsync(Kim);

        await page.Locator(".managed-by").HoverAsync();
        await PressAsync(page.Locator(".managed-by > form .picker-clear"), width);
        await Expect(page.Locator(".managed-by")).ToContainTextAsync("managed by nobody");
    }

    [Fact]
    public async Task WithoutJavaScriptTheNameIsTypedOrTakenFromTheBrowsersList()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Scriptless");
        await page.CreateAsync(name, ("ManagedBy", Kim));
        await OpenAsync(page, name);
        await Expect(page.Locator(".managed-by")).ToContainTextAsync(Kim);

        await page.Locator(".managed-by > form .picker-clear").ClickAsync();
        await Expect(page.Locator(".managed-by")).ToContainTextAsync("managed by nobody");
    }

    [Theory, AtEveryWidth]
    [Seed("O16", "O17")]
    public async Task AGuestSeesTheCustomersItManagesAndNoOthers(Width width)
    {
        var admin = await browser.OpenAsync(width);
        var (own, other) = (CustomerPages.NewName("Guested"), CustomerPages.NewName("Hidden"));
        await admin.CreateAsync(own, ("ManagedBy", Guest));
        await admin.CreateAsync(other);
        await OpenAsync(admin, other);
        var hidden = admin.Url;

        var page = await browser.OpenAsAsync(width, Guest);
        await page.OpenListAsync("?size=100");
        await Expect(page.Row(own)).ToBeVisibleAsync();
        await Expect(page.Row(other)).ToHaveCountAsync(0);
        await page.ShouldBeSoundAsync();
        Assert.Equal(404, (await page.GotoAsync(hidden))!.Status);

        await OpenAsync(page, own);
        await Expect(page.Locator(".managed-by")).ToContainTextAsync(Guest);
        await Expect(page.Locator(".managed-by button")).ToHaveCountAsync(0);
        await page.ShouldBeSoundAsync();

        var created = CustomerPages.NewName("Made by guest");
        await page.CreateAsync(created);
        await OpenAsync(page, created);
        await Expect(page.Locator(".managed-by")).ToContainTextAsync(Guest);
    }

    private static async Task OpenAsync(IPage page, string name)
    {
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(Regex.Escape(name)), Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, Width width, string user)
    {
        await PressAsync(page.Locator(".managed-by-choose summary"), width);
        await page.Locator("[name='managedBy'][role='combobox']").FillAsync(user);
        await page.Locator(".managed-by-choose").GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
    }

    private static Task PressAsync(ILocator locator, Width width) => width == Width.Phone ? locator.TapAsync() : locator.ClickAsync();
}

using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

public sealed class CustomerAddressTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("S2", "T11", "T12", "T13", "T18", "T19", "T20", "T21")]
    public async Task ShipToAndBillToAreDialogsOfTheSameStructureBehindAPencil(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Shipped");
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field("ContactName").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Ship To" }).ClickAsync();
        var shipTo = page.GetByRole(AriaRole.Dialog, new() { Name = "Ship To" });
        await shipTo.GetByLabel("Address line 1").FillAsync("350 Fifth Avenue");
        await shipTo.GetByLabel("Country").SelectOptionAsync(new SelectOptionValue { Label = "United States (US)" });
        await shipTo.Locator("select[name$='.Subdivision']").SelectOptionAsync(new SelectOptionValue { Label = "New York (US-NY)" });
        await Expect(shipTo.GetByLabel("Address line 1")).ToHaveValueAsync("350 Fifth Avenue");
        await shipTo.GetByLabel("City").FillAsync("New York");
        await shipTo.GetByLabel("ZIP code").FillAsync("10118");
        await shipTo.GetByLabel("Phone").FillAsync("+1 212 555 0101");
        await page.ShouldBeSoundAsync();
        await shipTo.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByText("350 Fifth Avenue")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit Bill To" })).ToBeHiddenAsync();

        await page.GetByLabel("Use Ship To Address").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy Ship To Address" }).ClickAsync();
        await Expect(page.GetByText("350 Fifth Avenue")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit Bill To" }).ClickAsync();
        var billTo = page.GetByRole(AriaRole.Dialog, new() { Name = "Bill To" });
        await billTo.GetByLabel("ZIP code").FillAsync("1");
        await billTo.GetByLabel("ZIP code").PressAsync("Enter");
        await page.SaveButton().ClickAsync();

        // The error leads into the dialog.
        await page.Locator("[data-error-summary]").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(billTo.GetByLabel("ZIP code")).ToBeFocusedAsync();
        await Expect(billTo).ToContainTextAsync("can't be right in United States");
        await billTo.GetByLabel("ZIP code").FillAsync("10119");
        await billTo.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();

        await page.OpenListAsync($"?search={name}");
        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await Expect(page.Locator(".customers-page")).ToContainTextAsync("New York, NY 10118");
        await Expect(page.Locator(".customers-page")).ToContainTextAsync("New York, NY 10119");
        await Expect(page.Locator(".customer-sections")).ToContainTextAsync("+1 212 555 0101");
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("S21", "S22", "S33", "S34", "S35", "S36", "S37", "E17", "E18", "E20")]
    public async Task AddressesAreAddedEditedChosenPrintedAndDeletedOnTheCustomersPage(Width width)
    {
        var page = await browser.OpenAsync(width);
        await OpenCustomerAsync(page, CustomerPages.NewName("Addressee"));

        await AddAsync(page, "first", "Laugavegur 1");
        await AddAsync(page, "second", "Laugavegur 2");
        await page.ShouldBeSoundAsync();
        await Expect(page.Locator("#address-first")).ToContainTextAsync("Shipping");

        await page.Locator("#address-second").GetByRole(AriaRole.Button, new() { Name = "Use for billing" }).ClickAsync();
        await Expect(page.Locator("#address-second .address-badges")).ToContainTextAsync("Billing");

        await page.Locator("#address-second").GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await page.GetByLabel("Company", new() { Exact = true }).FillAsync("شاي <script>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save Address" }).ClickAsync();
        await Expect(page.Locator("#address-second")).ToContainTextAsync("شاي <script>");

        await page.Locator("#address-second").GetByRole(AriaRole.Link, new() { Name = "Print" }).ClickAsync();
        await Expect(page.Locator(".address-print")).ToContainTextAsync("101 Reykjavík");
        await page.ShouldBeSoundAsync();
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await page.GoBackAsync();

        await page.Locator("#address-second").GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByLabel("The billing address is then")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.Locator("#address-second")).ToHaveCountAsync(0);
        await Expect(page.Locator("#address-first .address-badges")).ToContainTextAsync("Billing");
    }

    [Fact]
    [Seed("S34")]
    public async Task AnAddressIsAddedByKeyboardAlone()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        await OpenCustomerAsync(page, CustomerPages.NewName("Keys"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Add new Address" }).PressAsync("Enter");
        await page.GetByLabel("Country").FocusAsync();
        await page.Keyboard.TypeAsync("Iceland");
        await Expect(page.GetByText("For example 101")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Country")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Åse");
        await page.GetByLabel("Address line 1").FillAsync("Laugavegur 1");
        await page.GetByLabel("Postal code").FillAsync("101");
        await page.GetByLabel("City").FillAsync("Reykjavík");
        await page.GetByLabel("City").PressAsync("Enter");

        await Expect(page.Locator(".address-lines")).ToContainTextAsync("Åse");
    }

    [Fact]
    public async Task EverythingWorksWithoutJavaScript()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Scriptless Address");
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field("ContactName").FillAsync(name);
        var shipTo = page.Locator("[data-address-section]").First;
        await shipTo.GetByLabel("Country").SelectOptionAsync("US");
        await shipTo.GetByRole(AriaRole.Button, new() { Name = "Change country" }).ClickAsync();
        await Expect(page.Field("ContactName")).ToHaveValueAsync(name);
        await shipTo.GetByLabel("Address line 1").FillAsync("350 Fifth Avenue");
        await shipTo.GetByLabel("State").SelectOptionAsync("US-NY");
        await shipTo.GetByLabel("City").FillAsync("New York");
        await shipTo.GetByLabel("ZIP code").FillAsync("10118");
        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();
    }

    private static async Task OpenCustomerAsync(IPage page, string name)
    {
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Add new Address" })).ToBeVisibleAsync();
    }

    private static async Task AddAsync(IPage page, string id, string line)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Add new Address" }).ClickAsync();
        await page.GetByLabel("Country").SelectOptionAsync("IS");
        await Expect(page.GetByText("For example 101")).ToBeVisibleAsync();
        await page.GetByLabel("Address line 1").FillAsync(line);
        await page.GetByLabel("Postal code").FillAsync("101");
        await page.GetByLabel("City").FillAsync("Reykjavík");
        await page.Locator("[name='Address.Id']").FillAsync(id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add Address" }).ClickAsync();
        await Expect(page.Locator($"#address-{id}")).ToContainTextAsync(line);
    }
}

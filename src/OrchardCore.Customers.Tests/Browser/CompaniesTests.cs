using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>Companies are made, approved, divided into units and given roles, by mouse and by keyboard. The sample has a company with units.</summary>
public sealed class CompaniesTests(BrowserFixture browser)
{
    private const string Sample = "/Admin/Companies/4samplecompanybrueckner001";

    [Theory, AtEveryWidth]
    public async Task ACompanyIsMadeFoundApprovedAndDeleted(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Firma <b>");
        await page.GotoAsync("/Admin/Companies");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New Company" }).First.ClickAsync();
        await page.ShouldBeSoundAsync();

        await page.Locator("[name='CompanyPart.LegalName']").FillAsync("Typed and kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Company" }).ClickAsync();
        await Expect(page.Locator("#CompanyPart_Name-error")).ToContainTextAsync("Enter a name.");
        await Expect(page.Locator("[name='CompanyPart.LegalName']")).ToHaveValueAsync("Typed and kept");
        await page.ShouldBeSoundAsync();

        await page.Locator("[name='CompanyPart.Name']").FillAsync(name);
        await page.Locator("[name='CompanyPart.ParentCompanyId']").FillAsync("Brückner Medizintechnik");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Company" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator(".customers-facts")).ToContainTextAsync("Pending");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Brückner Medizintechnik" })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.Locator(".customers-facts")).ToContainTextAsync("Approved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Block" }).ClickAsync();
        await Expect(page.Locator(".customers-facts")).ToContainTextAsync("Blocked");

        await page.GotoAsync("/Admin/Companies?status=approved&blocked=yes");
        await page.SearchAsync(name);
        await Expect(page.Row(name)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.Row(name).GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.Row(name)).ToHaveCountAsync(0);
    }

    [Theory, AtEveryWidth]
    public async Task AUnitIsAddedMovedAndDeletedByKeyboard(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("وحدة");
        await page.GotoAsync(Sample + "?tab=units");
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Add below Purchasing" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name='BusinessUnitPart.Name']").FillAsync(name);
        await page.Locator("[name='BusinessUnitPart.Iban']").FillAsync("DE88 3704 0044 0532 0130 00");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#BusinessUnitPart_Iban-error")).ToContainTextAsync("The check digits");
        await page.ShouldBeSoundAsync();
        await page.Locator("[name='BusinessUnitPart.Iban']").FillAsync("DE89 3704 0044 0532 0130 00");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Unit(page, name)).ToContainTextAsync("Level 3:");

        await Unit(page, name).GetByRole(AriaRole.Link, new() { Name = "Move" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name='parent']")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.Locator("[name='parent']").SelectOptionAsync(new SelectOptionValue { Value = "4sampleunitbruecknerhq0001" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Unit" }).PressAsync("Enter");
        await Expect(Unit(page, name)).ToContainTextAsync("Level 2:");

        await Unit(page, name).GetByRole(AriaRole.Link, new() { Name = "Delete" }).PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Its people move to Brückner Berlin.");
        await page.ShouldBeSoundAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).PressAsync("Enter");
        await Expect(Unit(page, name)).ToHaveCountAsync(0);
    }

    [Theory, AtEveryWidth]
    public async Task ARoleIsMadeWithALimitAndDeleted(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Lead");
        await page.GotoAsync(Sample + "?tab=roles");
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "New Role" }).ClickAsync();
        await page.Locator("[name='Name']").FillAsync(name);
        await page.GetByLabel("Approve up to grand total", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Approve up to grand total: amount").FillAsync("1,500.50");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Role" }).ClickAsync();
        await Expect(page.GetByText("Choose the currency of the amount.").Last).ToBeVisibleAsync();
        await page.GetByLabel("Approve up to grand total: currency").First.SelectOptionAsync("EUR");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Role" }).ClickAsync();

        var row = page.Locator("tr").Filter(new() { HasTextRegex = new Regex(Regex.Escape(name)) });
        await Expect(row).ToContainTextAsync("1,500.50 EUR");
        await page.ShouldBeSoundAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    [Theory, AtEveryWidth]
    public async Task TheAddressesOfACompanyAreSound(Width width)
    {
        var page = await browser.OpenAsync(width);

        foreach (var path in new[] { "?tab=addresses", "/Addresses/Create", "/Addresses/leipzig/Edit", "/Addresses/leipzig/Delete", "/Edit", "/Delete" })
        {
            await page.GotoAsync(Sample + path);
            await page.ShouldBeSoundAsync();
        }
    }

    private static ILocator Unit(IPage page, string name) => page.Locator("tr[id^='unit-']").Filter(new() { HasText = name });
}

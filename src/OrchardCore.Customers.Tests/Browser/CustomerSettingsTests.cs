using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

public sealed class CustomerSettingsTests(BrowserFixture browser)
{
    private const string SettingsPath = "/Admin/Settings/customers";

    [Theory, AtEveryWidth]
    [Seed("S13")]
    public async Task OneClickAsksForFirstNameLastNameAndEMail(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(SettingsPath);
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "First name, last name and e-mail" }).ClickAsync();

        foreach (var (field, isChecked) in new[] { ("First name", true), ("Last name", true), ("E-mail", true), ("Phone", false) })
        {
            await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = field, Exact = true })).ToBeCheckedAsync(new() { Checked = isChecked });
        }
    }

    [Theory, AtEveryWidth]
    public async Task APatternWithoutANumberIsRefused(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(SettingsPath);
        await page.GetByLabel("Pattern").FillAsync("CUSTOMER");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByText("The pattern needs {n} or {n:6} exactly once").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Pattern")).ToHaveValueAsync("CUSTOMER");
    }

    [Fact]
    [Seed("S10", "T4")]
    public async Task TheMenuLeadsToCustomersInAGroupOfTheirOwnOrUnderSettings()
    {
        var page = await browser.OpenAsync(Width.Desktop);

        try
        {
            foreach (var (place, group, underSettings) in new[] { ("In a group of its own", "Customers", 0), ("Under Settings", "Settings", 1) })
            {
                await page.GotoAsync(SettingsPath);
                await page.GetByLabel("Where the entry Customers stands").SelectOptionAsync(place);
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await page.GotoAsync(SettingsPath);

                var link = page.Locator("a[href='/Admin/Customers']");
                await Expect(link).ToHaveCountAsync(1);
                await Expect(page.Locator("li", new() { Has = Group(page, "Settings") }).Locator(link)).ToHaveCountAsync(underSettings);

                if (!await link.IsVisibleAsync())
                {
                    // A group of the menu opens by a click.
                    await Group(page, group).ClickAsync();
                }

                await link.ClickAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Customers", Level = 1 })).ToBeVisibleAsync();
            }
        }
        finally
        {
            await page.GotoAsync(SettingsPath);
            await page.GetByLabel("Where the entry Customers stands").SelectOptionAsync("In a group of its own");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        }
    }

    private static ILocator Group(IPage page, string name)
        => page.Locator("button, summary, a[data-bs-toggle]", new() { HasTextRegex = new($"^\\s*{name}\\s*$") });
}

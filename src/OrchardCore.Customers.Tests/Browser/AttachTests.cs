using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>A customer is attached to a company click by click. The sample has the companies.</summary>
public sealed class AttachTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("S27", "S28", "S29", "S30", "S31", "S32", "E22")]
    public async Task ACustomerIsAttachedClickByClick(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Attached <b>ehf</b>");
        await page.CreateAsync(name);

        // S27: the link in the list of customers leads to the page.
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Attach to company") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Attach customer to a company", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        // What is chosen before the company stays.
        await page.GetByRole(AriaRole.Radio, new() { Name = "Requester" }).CheckAsync();

        // S28: company and business unit from drop-downs that are searched; the units follow the company.
        var company = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Company") });
        var unit = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Business Unit") });
        await PressAsync(company, width);
        var first = Options(page).First;
        var chosen = (await first.TextContentAsync())!.Trim();
        await page.ShouldBeSoundAsync();
        await PressAsync(first, width);
        await Expect(company).ToHaveValueAsync(chosen);

        // S30: the default role is ticked under the unassigned ones.
        var unassigned = page.GetByRole(AriaRole.Group, new() { Name = "Unassigned Roles" });
        await Expect(unassigned.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(1);
        var role = (await unassigned.GetByRole(AriaRole.Checkbox, new() { Checked = true }).EvaluateAsync<string>("box => box.labels[0].innerText")).Replace("(default)", "", StringComparison.Ordinal).Trim();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Requester" })).ToBeCheckedAsync();

        await PressAsync(unit, width);
        var branch = Options(page).First;
        var unitName = (await branch.TextContentAsync())!.Trim();
        await PressAsync(branch, width);
        await Expect(unit).ToHaveValueAsync(unitName);
        await page.ShouldBeSoundAsync();

        // S31: back to the list without saving is offered, and addresses can be chosen.
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("Back to Customers") })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Billing address")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Shipping address")).ToBeVisibleAsync();

        // S32: saved, the customer is a user of the company with the role.
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = chosen, Level = 2 })).ToBeVisibleAsync();
        await Expect(page.Locator(".members-cards")).ToContainTextAsync(role);
        await Expect(page.Locator(".members-cards")).ToContainTextAsync(unitName);
        await Expect(page.Locator(".members-cards")).ToContainTextAsync("Requester");
        await page.ShouldBeSoundAsync();

        // E22: changed and detached from the same place.
        await page.Locator(".members-cards").GetByRole(AriaRole.Link, new() { NameRegex = new("^Change") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Assigned Roles", Exact = true }).GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(1);
        await page.ShouldBeSoundAsync();
        await page.GetByLabel("Contact for").SelectOptionAsync("Billing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".members-cards")).ToContainTextAsync("Billing");
        await page.Locator(".members-cards").GetByRole(AriaRole.Link, new() { NameRegex = new("^Detach") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(name);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Detach" }).ClickAsync();
        await Expect(page.GetByText("The customer belongs to no company.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Fact]
    [Seed("S28")]
    public async Task AKeyboardIsEnough()
    {
        var page = await browser.OpenAsync(Width.Desktop);
        var name = CustomerPages.NewName("Keyed in");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Attach to company") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        // Until then the fields are selects, which are comboboxes too.
        await Expect(page.Locator(".picker-scripted")).ToHaveCountAsync(2);
        var company = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Company") });
        await company.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Options(page).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Unassigned Roles" }).GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(1);

        // What is typed and not chosen is no choice.
        var value = await company.InputValueAsync();
        await company.FillAsync("nothing of this");
        await Expect(page.GetByText("No company matches.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Tab");
        await Expect(company).ToHaveValueAsync(value);

        var unit = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Business Unit") });
        await unit.FocusAsync();

        if (await unit.InputValueAsync() is "" or "Choose a business unit")
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(Options(page).First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
        }

        await page.GetByRole(AriaRole.Radio, new() { Name = "Buyer" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".members-cards")).ToContainTextAsync(value);
    }

    /// <summary>On a desktop: without a script the menu of Orchard's admin covers the page of a phone.</summary>
    [Fact]
    public async Task WithoutJavaScriptButtonsDrawWhatFollows()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Scriptless member");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Attach to company") }).ClickAsync();

        await page.Locator("select[name='CompanyId']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Radio, new() { Name = "Buyer" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the units and roles of this company" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Buyer" })).ToBeCheckedAsync();
        await Expect(page.Locator("[name='UnassignedRoles']:checked")).ToHaveCountAsync(1);
        await page.Locator("select[name='UnitId']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".members-cards h2")).ToHaveCountAsync(1);
    }

    [Theory, AtEveryWidth]
    public async Task TheListOfApprovalsIsSound(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync("/Admin/Approvals?state=all");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approvals", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    /// <summary>What a picker offers; the choices of selects are options too.</summary>
    private static ILocator Options(IPage page) => page.Locator(".picker-options:visible > [role='option']");

    private static Task PressAsync(ILocator locator, Width width) => width == Width.Phone ? locator.TapAsync() : locator.ClickAsync();
}

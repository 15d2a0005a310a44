using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The people of a company: who is invited, moved, disabled and detached there. The sample has a company with people.</summary>
public sealed class CompanyPeopleTests(BrowserFixture browser)
{
    private const string People = "/Admin/Companies/4samplecompanybrueckner001?tab=people";

    [Theory, AtEveryWidth]
    [Seed("E22")]
    public async Task SomebodyIsInvitedMovedDisabledAndDetached(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Invited <b>");
        var email = $"{Guid.NewGuid():N}@example.com";
        await page.GotoAsync(People);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Brückner Medizintechnik", Level = 1 })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Invite somebody" }).ClickAsync();
        await page.ShouldBeSoundAsync();

        // What is wrong is said beside the field, and nothing that was typed is lost.
        await page.Locator("[name='Email']").FillAsync("nobody");
        await page.Locator("[name='ContactName']").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        await Expect(page.Locator("#Email-error")).ToBeVisibleAsync();
        await Expect(page.Locator("[name='ContactName']")).ToHaveValueAsync(name);
        await page.ShouldBeSoundAsync();

        await page.Locator("[name='Email']").FillAsync(email);
        await Expect(page.GetByText("Choose a business unit.").Last).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Business Unit") }).ClickAsync();
        await page.Locator(".picker-options:visible > [role='option']", new() { HasText = "Laboratory" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Requester" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        await Expect(page.GetByText($"{email} is invited")).ToBeAttachedAsync();

        await SearchAsync(page, email);
        var row = page.Locator("tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync(name);
        await Expect(row).ToContainTextAsync("Invited");
        await Expect(row).ToContainTextAsync("Requester");
        await page.ShouldBeSoundAsync();
        Assert.NotEmpty(await browser.LinkAsync(email));

        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^Change") }).ClickAsync();
        await page.GetByLabel("Contact for").SelectOptionAsync("Logistics");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await SearchAsync(page, email);
        await Expect(row).ToContainTextAsync("Logistics");

        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Disable") }).ClickAsync();
        await SearchAsync(page, email);
        await Expect(row).ToContainTextAsync("Disabled");
        await page.ShouldBeSoundAsync();

        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^Detach") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Detach" }).ClickAsync();
        await SearchAsync(page, email);
        await Expect(page.GetByText("Nobody of this company matches.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    public async Task PeopleAreNarrowedToAUnit(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(People);
        var everybody = await page.Locator("tbody tr").CountAsync();
        await page.GetByLabel("Business unit").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("unit=[0-9a-z]{26}"));
        var few = await page.Locator("tbody tr").CountAsync();
        Assert.InRange(few, 1, everybody - 1);
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("E14")]
    public async Task AnApprovalIsLookedAtAndAnswered(Width width)
    {
        var page = await browser.OpenAsync(width);
        var cart = width == Width.Phone ? "cart 2042" : "cart 2041";
        await page.GotoAsync("/Admin/Approvals");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = cart }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approval of " + cart, Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator(".customers-record")).ToContainTextAsync("Brückner Medizintechnik");
        await page.ShouldBeSoundAsync();

        await page.GetByLabel("Comment").FillAsync("As agreed <b>today</b>.");
        await page.GetByRole(AriaRole.Button, new() { Name = width == Width.Phone ? "Decline" : "Approve" }).ClickAsync();
        await Expect(page.Locator(".customers-facts")).ToContainTextAsync(width == Width.Phone ? "Declined" : "Approved");
        await Expect(page.GetByText("As agreed <b>today</b>.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await page.ShouldBeSoundAsync();

        await page.GotoAsync("/Admin/Approvals");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = cart })).ToHaveCountAsync(0);
    }

    private static async Task SearchAsync(IPage page, string term)
    {
        await page.GetByLabel("Search people").FillAsync(term);
        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("search="));
    }
}

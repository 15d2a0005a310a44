using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The shop invites a customer, who sets the password; and writes the mails.</summary>
public sealed class AccountPagesTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("S3", "S14", "E23")]
    public async Task ACustomerIsInvitedWithTheFormSetsThePasswordAndLogsIn(Width width)
    {
        var (admin, name) = (await browser.OpenAsync(width), CustomerPages.NewName("Invited"));
        var email = $"invited-{Guid.NewGuid().ToString("N")[..8]}@example.com";
        await admin.GotoAsync("/Admin/Customers/Create");
        await admin.Field(nameof(CustomerPart.ContactName)).FillAsync(name);
        await admin.GetByLabel("Send password token through email").CheckAsync();
        await admin.SaveButton().ClickAsync();

        // Whoever has no address can't be sent anything; nothing typed is lost.
        await Expect(admin.GetByText("Without an e-mail address no link can be sent.").First).ToBeVisibleAsync();
        await Expect(admin.GetByLabel("Send password token through email")).ToBeCheckedAsync();
        await admin.ShouldBeSoundAsync();
        await admin.Field(nameof(CustomerPart.Email)).FillAsync(email);
        await admin.SaveButton().ClickAsync();
        await Expect(admin.GetByText($"{name} was created")).ToBeAttachedAsync();

        await admin.GotoAsync("/Admin/Customers/Invitations");
        await Expect(admin.GetByText(name).First).ToBeVisibleAsync();
        await admin.ShouldBeSoundAsync();
        await OpenAccountAsync(admin, name);
        await Expect(admin.GetByText("Invited", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(admin.Locator("input[type=password]")).ToHaveCountAsync(0);
        await admin.ShouldBeSoundAsync();

        var customer = await browser.OpenAsVisitorAsync(width);
        await customer.GotoAsync(await browser.LinkAsync(email));
        await customer.ShouldBeSoundInTheShopAsync();
        await customer.SetPasswordAsync(StorefrontPages.Password);
        await customer.LogInAsync(email, StorefrontPages.Password);

        await OpenAccountAsync(admin, name);
        await Expect(admin.GetByText("Has an account", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(admin.Locator("dt", new() { HasText = "Last log-in" }).Locator("xpath=following-sibling::dd")).Not.ToContainTextAsync("Never");
        await admin.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    public async Task ALinkIsSentAgainAndRevoked(Width width)
    {
        var (admin, name) = (await browser.OpenAsync(width), CustomerPages.NewName("Revoked"));
        var email = $"revoked-{Guid.NewGuid().ToString("N")[..8]}@example.com";
        await admin.CreateAsync(name, (nameof(CustomerPart.Email), email));
        await OpenAccountAsync(admin, name);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(admin.GetByText("Invited", new() { Exact = true })).ToBeVisibleAsync();
        var link = await browser.LinkAsync(email);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Revoke the link" }).ClickAsync();
        await Expect(admin.GetByText("No account", new() { Exact = true })).ToBeVisibleAsync();

        var customer = await browser.OpenAsVisitorAsync(width);
        await customer.GotoAsync(link);
        await Expect(customer.GetByLabel("New password")).ToHaveCountAsync(0);
        await customer.ShouldBeSoundInTheShopAsync();
    }

    [Theory, AtEveryWidth]
    public async Task AMailIsWrittenPreviewedAndReadFromRightToLeft(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync("/Admin/Customers/Mails");
        await page.ShouldBeSoundAsync();

        await page.GotoAsync("/Admin/Customers/Mails/Invitation?language=ar");
        await Expect(page.Locator("iframe[title]")).ToHaveAttributeAsync("srcdoc", new Regex("dir=\"rtl\""));
        await ShouldBeSoundAsync(page);
        await page.GetByLabel("Subject").FillAsync("مرحبا {unknown}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.GetByText("{unknown}").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Subject")).ToHaveValueAsync("مرحبا {unknown}");
        await ShouldBeSoundAsync(page);
    }

    [Theory, AtEveryWidth]
    public async Task TheRulesForAccountsSayWhichNumbersTheyTake(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync("/Admin/Settings/customers-accounts");
        await page.ShouldBeSoundAsync();
        var days = page.Locator("[name$='CustomerAccountSettings.InvitationDays']");
        await days.EvaluateAsync("field => field.removeAttribute('max')");
        await days.FillAsync("31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.GetByText("A number from 1 to 30.").First).ToBeVisibleAsync();
        await Expect(page.Locator("[name$='CustomerAccountSettings.InvitationDays']")).ToHaveValueAsync("31");
    }

    /// <summary>Axe asks every frame, and in that of the preview no script may run: it would wait for ever.</summary>
    private static async Task ShouldBeSoundAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        await page.ShouldBeSoundAsync();
    }

    private static async Task OpenAccountAsync(IPage page, string name)
    {
        await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}");
        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Account") }).ClickAsync();
    }
}

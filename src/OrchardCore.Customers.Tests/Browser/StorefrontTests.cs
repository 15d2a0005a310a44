using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Accounts;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>Customers help themselves, in the site's own theme.</summary>
public sealed class StorefrontTests(BrowserFixture browser)
{
    private const string FirstPassword = "Sesam-4711";
    private const string SecondPassword = "Sesam-0815";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, AtEveryWidth]
    [Seed("S1", "S3", "S15")]
    public async Task ACustomerSetsTheFirstPasswordLooksAfterTheRecordAndLeaves(Width width)
    {
        var email = await AddCustomerAsync(width);
        var page = await browser.OpenAsVisitorAsync(width);

        await page.GotoAsync("/account/login");
        await ShouldBeSoundAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password" }).ClickAsync();
        await ShouldBeSoundAsync(page);
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("E-mail address").PressAsync("Enter");
        await Expect(Heading(page, "Look into your mail")).ToBeVisibleAsync();
        await ShouldBeSoundAsync(page);

        await page.GotoAsync(await LinkAsync(email));
        await SetPasswordAsync(page, "weak");
        await Expect(page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await ShouldBeSoundAsync(page);
        await SetPasswordAsync(page, FirstPassword);
        await Expect(page.GetByText("Your password is set.")).ToBeVisibleAsync();
        await LogInAsync(page, email, FirstPassword);

        await Expect(page.Locator(".account-facts").GetByText(email)).ToBeVisibleAsync();
        await ShouldBeSoundAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Change my details" }).ClickAsync();
        await ShouldBeSoundAsync(page);
        await page.GetByLabel("Phone", new() { Exact = true }).FillAsync("+354 555 0101");
        await page.GetByLabel("Full name").FillAsync("<script>alert(1)</script> مريم");
        await page.GetByLabel("By e-mail").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Your details are saved.")).ToBeVisibleAsync();
        await Expect(Heading(page, "<script>alert(1)</script> مريم")).ToBeVisibleAsync();
        await ShouldBeSoundAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "My addresses" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an address" }).ClickAsync();
        await page.Locator("[name='Address.Country']").SelectOptionAsync("DE");
        await Expect(page.GetByText("For example 53225")).ToBeVisibleAsync();
        await FillAddressAsync(page);
        await ShouldBeSoundAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save address" }).ClickAsync();
        await Expect(page.Locator(".address-cards").GetByText("Probeweg 5")).ToBeVisibleAsync();
        await ShouldBeSoundAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Password", Exact = true }).ClickAsync();
        await ShouldBeSoundAsync(page);
        await page.GetByLabel("Password you have now").FillAsync(FirstPassword);
        await SetPasswordAsync(page, SecondPassword);
        await Expect(page.GetByText("Your password is changed")).ToBeVisibleAsync();
        await LogInAsync(page, email, SecondPassword);

        await page.GetByRole(AriaRole.Link, new() { Name = "E-mail address", Exact = true }).ClickAsync();
        await ShouldBeSoundAsync(page);
        await page.GotoAsync("/account/close");
        await ShouldBeSoundAsync(page);
        await page.GetByLabel("Your password").FillAsync(SecondPassword);
        await page.GetByLabel("Yes, close my account").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close my account" }).ClickAsync();
        await Expect(page.GetByText("Your account is closed.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task EverythingWorksWithoutAScript()
    {
        var email = await AddCustomerAsync(Width.Phone);
        var page = await browser.OpenAsVisitorAsync(Width.Phone, javaScript: false);
        await page.GotoAsync("/account/forgot-password");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await page.GotoAsync(await LinkAsync(email));
        await SetPasswordAsync(page, FirstPassword);
        await LogInAsync(page, email, FirstPassword);

        await page.GotoAsync("/account/addresses/add");
        await page.Locator("[name='Address.Country']").SelectOptionAsync("DE");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change country" }).ClickAsync();
        await Expect(page.GetByText("For example 53225")).ToBeVisibleAsync();
        await FillAddressAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save address" }).ClickAsync();
        await Expect(page.GetByText("The address is saved.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("The address is deleted.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Expect(page.GetByText("You are logged out.")).ToBeVisibleAsync();
    }

    private async Task<string> AddCustomerAsync(Width width)
    {
        var email = $"shopper-{Guid.NewGuid().ToString("N")[..8]}@example.com";
        var admin = await browser.OpenAsync(width);
        await admin.CreateAsync(CustomerPages.NewName("Shopper"), ("Email", email));

        return email;
    }

    /// <summary>Waits for a mail with a link.</summary>
    private async Task<string> LinkAsync(string email)
    {
        var folder = await browser.MailsAsync();

        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(500))
        {
            var mails = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => TestMail.Read(file.FullName)) : [];

            if (mails.FirstOrDefault(mail => mail.To.Contains(email, StringComparison.OrdinalIgnoreCase) && mail.Link.Length > 0) is { } found)
            {
                return new Uri(found.Link).PathAndQuery;
            }
        }

        throw new TimeoutException($"No mail came to {email}.");
    }

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 });

    private static async Task SetPasswordAsync(IPage page, string password)
    {
        await page.GetByLabel("New password", new() { Exact = false }).First.FillAsync(password);
        await page.GetByLabel("New password once more").FillAsync(password);
        await page.GetByLabel("New password once more").PressAsync("Enter");
    }

    private static async Task LogInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "My details", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task FillAddressAsync(IPage page)
    {
        foreach (var (name, value) in new[] { ("ContactName", "Åse"), ("Line1", "Probeweg 5"), ("PostalCode", "01067"), ("City", "Dresden") })
        {
            await page.Locator($"[name='Address.{name}']").FillAsync(value);
        }
    }

    /// <summary>The theme around the page is the site's affair.</summary>
    private static async Task ShouldBeSoundAsync(IPage page)
    {
        var axe = await page.Locator(".account-page").RunAxe();

        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), "The page scrolls sideways.");
    }
}

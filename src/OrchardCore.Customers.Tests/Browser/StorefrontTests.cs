using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>Customers help themselves, in the site's own theme.</summary>
public sealed class StorefrontTests(BrowserFixture browser)
{
    private const string SecondPassword = "Sesam-0815";

    [Theory, AtEveryWidth]
    [Seed("S1", "S3", "S15")]
    public async Task ACustomerSetsTheFirstPasswordLooksAfterTheRecordAndLeaves(Width width)
    {
        var email = await AddCustomerAsync(width);
        var page = await browser.OpenAsVisitorAsync(width);

        await page.GotoAsync("/account/login");
        await page.ShouldBeSoundInTheShopAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password" }).ClickAsync();
        await page.ShouldBeSoundInTheShopAsync();
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("E-mail address").PressAsync("Enter");
        await Expect(Heading(page, "Look into your mail")).ToBeVisibleAsync();
        await page.ShouldBeSoundInTheShopAsync();

        await page.GotoAsync(await browser.LinkAsync(email));
        await page.SetPasswordAsync("weak");
        await Expect(page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await page.ShouldBeSoundInTheShopAsync();
        await page.SetPasswordAsync(StorefrontPages.Password);
        await Expect(page.GetByText("Your password is set.")).ToBeVisibleAsync();
        await page.LogInAsync(email, StorefrontPages.Password);

        await Expect(page.Locator(".account-facts").GetByText(email)).ToBeVisibleAsync();
        await page.ShouldBeSoundInTheShopAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Change my details" }).ClickAsync();
        await page.ShouldBeSoundInTheShopAsync();
        await page.GetByLabel("Phone", new() { Exact = true }).FillAsync("+354 555 0101");
        await page.GetByLabel("Full name").FillAsync("<script>alert(1)</script> مريم");
        await page.GetByLabel("By e-mail").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Your details are saved.")).ToBeVisibleAsync();
        await Expect(Heading(page, "<script>alert(1)</script> مريم")).ToBeVisibleAsync();
        await page.ShouldBeSoundInTheShopAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "My addresses" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an address" }).ClickAsync();
        await page.Locator("[name='Address.Country']").SelectOptionAsync("DE");
        await Expect(page.GetByText("For example 53225")).ToBeVisibleAsync();
        await FillAddressAsync(page);
        await page.ShouldBeSoundInTheShopAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save address" }).ClickAsync();
        await Expect(page.Locator(".address-cards").GetByText("Probeweg 5")).ToBeVisibleAsync();
        await page.ShouldBeSoundInTheShopAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Password", Exact = true }).ClickAsync();
        await page.ShouldBeSoundInTheShopAsync();
        await page.GetByLabel("Password you have now").FillAsync(StorefrontPages.Password);
        await page.SetPasswordAsync(SecondPassword);
        await Expect(page.GetByText("Your password is changed")).ToBeVisibleAsync();
        await page.LogInAsync(email, SecondPassword);

        await page.GetByRole(AriaRole.Link, new() { Name = "E-mail address", Exact = true }).ClickAsync();
        await page.ShouldBeSoundInTheShopAsync();
        await page.GotoAsync("/account/close");
        await page.ShouldBeSoundInTheShopAsync();
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
        await page.GotoAsync(await browser.LinkAsync(email));
        await page.SetPasswordAsync(StorefrontPages.Password);
        await page.LogInAsync(email, StorefrontPages.Password);

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

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 });

    private static async Task FillAddressAsync(IPage page)
    {
        foreach (var (name, value) in new[] { ("ContactName", "Åse"), ("Line1", "Probeweg 5"), ("PostalCode", "01067"), ("City", "Dresden") })
        {
            await page.Locator($"[name='Address.{name}']").FillAsync(value);
        }
    }
}

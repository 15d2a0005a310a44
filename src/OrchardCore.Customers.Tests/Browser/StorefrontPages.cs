using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Accounts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>What a customer does in the shop, in the customer's words.</summary>
internal static class StorefrontPages
{
    public const string Password = "Sesam-4711";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits for a mail with a link.</summary>
    /// <returns>The latest one's path, with its code.</returns>
    public static async Task<string> LinkAsync(this BrowserFixture browser, string email)
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

    public static async Task SetPasswordAsync(this IPage page, string password)
    {
        await page.GetByLabel("New password", new() { Exact = false }).First.FillAsync(password);
        await page.GetByLabel("New password once more").FillAsync(password);
        await page.GetByLabel("New password once more").PressAsync("Enter");
    }

    public static async Task LogInAsync(this IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "My details", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Axe finds nothing, and the page does not scroll sideways. The theme around it is the site's affair.</summary>
    public static async Task ShouldBeSoundInTheShopAsync(this IPage page)
    {
        var axe = await page.Locator(".account-page").RunAxe();

        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), "The page scrolls sideways.");
    }
}

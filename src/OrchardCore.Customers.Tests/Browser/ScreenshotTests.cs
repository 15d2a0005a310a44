using Microsoft.Playwright;
using Xunit;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>
/// Takes the pictures of the documentation, when asked to by <c>-explicit only</c>: into the folder that
/// <c>PICTURES</c> names, of the site at <c>E2E_BASE_URL</c>, which was set up afresh.
/// </summary>
public sealed class ScreenshotTests(BrowserFixture browser)
{
    [Fact(Explicit = true)]
    public async Task TakesThePicturesOfTheDocumentation()
    {
        var folder = System.Environment.GetEnvironmentVariable("PICTURES");
        Assert.False(string.IsNullOrEmpty(folder), "PICTURES names no folder.");

        foreach (var (width, suffix) in new[] { (Width.Desktop, ""), (Width.Phone, "-phone") })
        {
            var page = await browser.OpenAsync(width);

            await page.OpenListAsync();
            await TakeAsync(page, folder, "customers-list" + suffix);

            await page.OpenListAsync("?search=Abigail");
            await page.Locator("[data-row-link]").First.ClickAsync();
            await TakeAsync(page, folder, "customer" + suffix);

            await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).First.ClickAsync();
            await TakeAsync(page, folder, "customer-form" + suffix);

            await page.Field(nameof(CustomerPart.ContactName)).FillAsync("");
            await page.Field(nameof(CustomerPart.FirstName)).FillAsync("");
            await page.Field(nameof(CustomerPart.LastName)).FillAsync("");
            await page.Field(nameof(CustomerPart.MiddleName)).FillAsync("");
            await page.Field(nameof(CustomerPart.Email)).FillAsync("abigail.example.net");
            await page.SaveButton().ClickAsync();
            await page.Error(nameof(CustomerPart.Email)).WaitForAsync();
            await TakeAsync(page, folder, "customer-form-errors" + suffix);
        }

        var settings = await browser.OpenAsync(Width.Desktop);
        await settings.GotoAsync("/Admin/Settings/customers");
        await TakeAsync(settings, folder, "customer-settings");
    }

    private static async Task TakeAsync(IPage page, string folder, string name)
    {
        // The mouse rests nowhere, so that no hint is in the picture; what fades in has done so.
        await page.Mouse.MoveAsync(0, 0);
        await page.WaitForTimeoutAsync(700);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }
}

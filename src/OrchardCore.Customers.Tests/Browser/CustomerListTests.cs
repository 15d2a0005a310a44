using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

public sealed class CustomerListTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("O1", "O2", "O3", "O4", "V1", "T23")]
    public async Task ACustomerIsFoundByPartOfItsName(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Ångström");
        await page.CreateAsync(name);

        await page.OpenListAsync();
        await page.SearchAsync(name[2..14].ToUpperInvariant());

        await Expect(page.Row(name)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }
}

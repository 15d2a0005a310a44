using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>
/// A storefront in a process of its own, the site that knows it, and a customer who shops there: made in the admin as users
/// would, and taken away afterwards, so that it can be done at any site.
/// </summary>
public sealed class AssistedShop(BrowserFixture browser) : IAsyncLifetime
{
    private SampleStorefrontProcess? _process;

    /// <summary>What is in the way of everybody who forgets to encode, or to let it run from right to left.</summary>
    public string Customer { get; init; } = CustomerPages.NewName("<script>alert(1) مريم");

    public string Site { get; init; } = CustomerPages.NewName("Shop of tests");

    /// <summary>The first line of the customer's address.</summary>
    public string Street { get; init; } = "350 Fifth Avenue <b>";

    public string Code { get; } = "T" + Guid.NewGuid().ToString("N")[..8];

    public Uri Address { get; private set; } = null!;

    /// <summary>The page of the customer in the admin.</summary>
    public string CustomerUrl { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var admin = await browser.OpenAsync(Width.Desktop);
        Address = SampleStorefrontProcess.NewAddress();
        await MakeSiteAsync(admin);
        _process = await SampleStorefrontProcess.StartAsync(Address, await browser.AddressAsync(), Code, await MakeSecretAsync(admin));
        await MakeCustomerAsync(admin);
    }

    /// <summary>A customer goes before its site does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (CustomerUrl.Length > 0)
        {
            var admin = await browser.OpenAsync(Width.Desktop, javaScript: false);
            await admin.GotoAsync(CustomerUrl);
            await admin.GetByRole(AriaRole.Link, new() { NameRegex = new("^Delete") }).First.ClickAsync();
            await admin.GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") }).First.ClickAsync();
            await Expect(admin.GetByText($"{Customer} was deleted.")).ToBeAttachedAsync();
            await admin.GotoAsync($"/Admin/Customers/Sites/{Code}/Delete");
            await admin.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
            await Expect(admin.Locator("tbody tr").Filter(new() { HasText = Site })).ToHaveCountAsync(0);
        }

        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task MakeSiteAsync(IPage admin)
    {
        await admin.GotoAsync("/Admin/Customers/Sites/Create");
        await admin.Locator("[name='Name']").FillAsync(Site);
        await admin.Locator("[name='Code']").FillAsync(Code);
        await admin.Locator("[name='StorefrontUrl']").FillAsync(Address.GetLeftPart(UriPartial.Authority));
        await admin.Locator("[name='Currencies']").FillAsync("USD");
        await admin.Locator("[name='Languages']").FillAsync("en");
        await admin.Locator("[name='AssistedBuying.IsEnabled']").CheckAsync();
        await admin.Locator("[name='AssistedBuying.EntryPath']").FillAsync("/assist");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Create Site" }).ClickAsync();
        await Expect(admin.Locator("tbody tr").Filter(new() { HasText = Site })).ToBeVisibleAsync();
    }

    private async Task<string> MakeSecretAsync(IPage admin)
    {
        await admin.GotoAsync($"/Admin/Customers/Sites/{Code}/Edit");
        await admin.ShouldBeSoundAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Make a secret" }).ClickAsync();
        await admin.ShouldBeSoundAsync();
        var secret = await admin.Locator("[data-secret]").InnerTextAsync();

        // It was shown once.
        await admin.GetByRole(AriaRole.Link, new() { Name = "Back to the site" }).ClickAsync();
        await Expect(admin.GetByText("The storefront has a secret since")).ToBeVisibleAsync();
        Assert.DoesNotContain(secret, await admin.ContentAsync(), StringComparison.Ordinal);

        return secret.Trim();
    }

    private async Task MakeCustomerAsync(IPage admin)
    {
        var email = $"assisted-{Guid.NewGuid().ToString("N")[..8]}@example.com";
        await admin.GotoAsync("/Admin/Customers/Create");
        await admin.Field(nameof(CustomerPart.ContactName)).FillAsync(Customer);
        await admin.Field(nameof(CustomerPart.Email)).FillAsync(email);
        await admin.Field(nameof(CustomerPart.PreferredSite)).SelectOptionAsync("JP");
        await admin.Locator($"[name='CustomerPart.Sites'][value='{Code}']").CheckAsync();
        await admin.GetByLabel("Send password token through email").CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Edit Ship To" }).ClickAsync();
        var shipTo = admin.GetByRole(AriaRole.Dialog, new() { Name = "Ship To" });
        await shipTo.GetByLabel("Country").SelectOptionAsync(new SelectOptionValue { Label = "United States (US)" });
        await shipTo.Locator("select[name$='.Subdivision']").SelectOptionAsync(new SelectOptionValue { Label = "New York (US-NY)" });
        await shipTo.GetByLabel("Address line 1").FillAsync(Street);
        await shipTo.GetByLabel("City").FillAsync("New York");
        await shipTo.GetByLabel("ZIP code").FillAsync("10118");
        await shipTo.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await admin.SaveButton().ClickAsync();
        await Expect(admin.GetByText($"{Customer} was created")).ToBeAttachedAsync();

        await admin.OpenListAsync($"?search={Uri.EscapeDataString(email)}");
        await admin.Row(Customer).Locator("[data-row-link]").ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(Regex.Escape(Customer)), Level = 1 })).ToBeVisibleAsync();
        CustomerUrl = new Uri(admin.Url).GetLeftPart(UriPartial.Path);

        var customer = await browser.OpenAsVisitorAsync(Width.Desktop);
        await customer.GotoAsync(await browser.LinkAsync(email));
        await customer.SetPasswordAsync(StorefrontPages.Password);
        await customer.LogInAsync(email, StorefrontPages.Password);
    }
}

using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>A user of the admin acts for a customer at a storefront of another origin, in two tabs, and comes back.</summary>
public sealed class AssistedBuyingTests(BrowserFixture browser, AssistedShop shop) : IClassFixture<AssistedShop>
{
    private const string Reason = "Called: wants <b>two lamps</b> by Friday";

    [Theory, AtEveryWidth]
    [Seed("E24", "E25", "E26", "E27")]
    public async Task FromTheListToTheStorefrontWhereOneOrdersAndBack(Width width)
    {
        var admin = await browser.OpenAsync(width);
        await admin.OpenListAsync($"?search={Uri.EscapeDataString(shop.Customer)}");
        await admin.Row(shop.Customer).GetByRole(AriaRole.Link, new() { NameRegex = new("^Assisted buying") }).ClickAsync();

        // The customer has two sites; one of them has assisted buying.
        await Expect(admin.Locator("[name='Site'] option")).ToHaveTextAsync([shop.Site]);
        await admin.ShouldBeSoundAsync();

        // What is wrong is told in the other tab, where nothing typed is lost and one goes on.
        await admin.Locator("[name='Mode']").SelectOptionAsync("Full");
        await admin.Locator("[name='Reason']").FillAsync("   ");
        var tab = await OpenTabAsync(admin);
        await Expect(tab.Locator("#Reason-error")).ToContainTextAsync("Say why.");
        await Expect(tab.Locator("[name='Mode']")).ToHaveValueAsync("Full");
        await tab.ShouldBeSoundAsync();

        await tab.Locator("[name='Reason']").FillAsync(Reason);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Open the storefront" }).ClickAsync();
        await Expect(tab).ToHaveURLAsync(shop.Address.ToString());
        await Expect(Banner(tab)).ToContainTextAsync($"You are shopping for {shop.Customer}");
        await Expect(Banner(tab)).ToContainTextAsync("Full");
        await Expect(Banner(tab)).ToContainTextAsync("30 min left");
        await Expect(Banner(tab)).ToContainTextAsync($"Reason: {Reason}");
        await Banner(tab).GetByText("Addresses (1)").ClickAsync();
        await Expect(Banner(tab).Locator("address")).ToContainTextAsync(shop.Street);
        await tab.ShouldBeSoundAsync();

        await Product(tab, "lamp").GetByRole(AriaRole.Spinbutton).FillAsync("2");
        await Product(tab, "lamp").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Product(tab, "lamp")).ToContainTextAsync("2 in the cart");
        await tab.ShouldBeSoundAsync();
        await tab.GetByRole(AriaRole.Link, new() { NameRegex = new("^Cart") }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Radio)).ToBeCheckedAsync();
        await tab.ShouldBeSoundAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Order" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Thank you!" })).ToBeVisibleAsync();
        await tab.ShouldBeSoundAsync();

        await OpenAssistedAsync(admin);
        var session = Session(admin);
        await Expect(session).ToContainTextAsync("Running");
        await Expect(session).ToContainTextAsync(Reason);
        await Expect(session).ToContainTextAsync("2 × Desk lamp");
        await admin.ShouldBeSoundAsync();

        await Banner(tab).GetByRole(AriaRole.Button, new() { Name = "End session" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "You have ended the session" })).ToBeVisibleAsync();
        await tab.ShouldBeSoundAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "To the shop, as yourself" }).ClickAsync();
        await Expect(Banner(tab)).ToHaveCountAsync(0);
        await OpenAssistedAsync(admin);
        await Expect(Session(admin)).ToContainTextAsync("Ended at the storefront");
    }

    [Theory, AtEveryWidth]
    [Seed("E24", "E26")]
    public async Task ASessionThatIsRevokedIsOverAtTheShopWithTheNextClick(Width width)
    {
        var admin = await browser.OpenAsync(width);
        var tab = await BeginAsync(admin, "Full");
        await OpenAssistedAsync(admin);
        await Session(admin).GetByRole(AriaRole.Button, new() { Name = "End the session" }).ClickAsync();
        await Expect(Session(admin)).ToContainTextAsync("Revoked");

        await Product(tab, "mug").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "The session is over" })).ToBeVisibleAsync();
        await Expect(Banner(tab)).ToHaveCountAsync(0);
        await tab.ShouldBeSoundAsync();
        await tab.GotoAsync(shop.Address + "cart");
        await Expect(tab.GetByText("The cart is empty.")).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("E24", "E27")]
    public async Task WhoOnlyLooksIsOfferedNothingAndRefusedAllTheSame(Width width)
    {
        var admin = await browser.OpenAsync(width);
        var tab = await BeginAsync(admin, "LookOnly");
        await Expect(Banner(tab)).ToContainTextAsync("Look only");
        await Expect(tab.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await tab.ShouldBeSoundAsync();

        await PostAsync(tab, "/", ("id", "clock"), ("count", "1"));
        await Expect(Product(tab, "clock").GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(Product(tab, "clock")).Not.ToContainTextAsync("in the cart");
        await tab.ShouldBeSoundAsync();

        // A page that has not asked says no more than that there may be a session.
        await tab.GotoAsync(shop.Address + "nope");
        await Expect(Banner(tab)).ToContainTextAsync("You may still be in an assisted session");
        await Expect(Banner(tab)).Not.ToContainTextAsync(shop.Customer);
        await tab.ShouldBeSoundAsync();
    }

    [Fact]
    [Seed("E24")]
    public async Task WhatOnlyTheCustomerDecidesIsRefusedInEveryMode()
    {
        var admin = await browser.OpenAsync(Width.Desktop);
        var tab = await BeginAsync(admin, "Full");
        await Expect(tab.GetByRole(AriaRole.Link, new() { Name = "Newsletter" })).ToHaveCountAsync(0);
        await tab.GotoAsync(shop.Address + "newsletter");
        await Expect(tab.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await PostAsync(tab, "/newsletter");
        await Expect(tab.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await tab.ShouldBeSoundAsync();
    }

    [Fact]
    [Seed("E26")]
    public async Task AnAddressWithACodeThatIsOpenedTwiceEndsTheSessionForBoth()
    {
        var admin = await browser.OpenAsync(Width.Desktop);
        var address = new TaskCompletionSource<string>();
        admin.Context.Request += (_, request) =>
        {
            if (request.Url.Contains("assist_code=", StringComparison.Ordinal))
            {
                address.TrySetResult(request.Url);
            }
        };
        var tab = await BeginAsync(admin, "Cart");
        Assert.DoesNotContain("assist_code", tab.Url, StringComparison.Ordinal);

        var thief = await browser.OpenAsVisitorAsync(Width.Phone);
        var stolen = await thief.GotoAsync(await address.Task);
        Assert.Equal(400, stolen!.Status);
        await Expect(thief.GetByRole(AriaRole.Heading, new() { Name = "The session did not begin" })).ToBeVisibleAsync();
        await Expect(Banner(thief)).ToHaveCountAsync(0);
        await thief.ShouldBeSoundAsync();

        await tab.ReloadAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "The session is over" })).ToBeVisibleAsync();
        await OpenAssistedAsync(admin);
        await Expect(Session(admin)).ToContainTextAsync("the link was opened twice");
    }

    [Fact]
    [Seed("E24", "E26")]
    public async Task EverythingWorksWithoutAScript()
    {
        // Without one, Orchard's own menu lies over the admin on a phone; the shop is ours.
        var admin = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var tab = await BeginAsync(admin, "Cart");
        await tab.SetViewportSizeAsync(390, 844);
        await Product(tab, "pot").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Product(tab, "pot")).ToContainTextAsync("1 in the cart");
        await tab.GetByRole(AriaRole.Link, new() { NameRegex = new("^Cart") }).ClickAsync();
        await Expect(tab.GetByText("The customer orders: it is not yours")).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Order" })).ToHaveCountAsync(0);
        await Banner(tab).GetByRole(AriaRole.Button, new() { Name = "End session" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "You have ended the session" })).ToBeVisibleAsync();
    }

    /// <summary>Begins a session from the customer's page.</summary>
    /// <returns>The tab of the storefront.</returns>
    private async Task<IPage> BeginAsync(IPage admin, string mode)
    {
        await admin.GotoAsync(shop.CustomerUrl);
        await admin.Locator("a[href*='/Assist']").First.ClickAsync();
        await admin.Locator("[name='Mode']").SelectOptionAsync(mode);
        await admin.Locator("[name='Reason']").FillAsync(Reason);
        var tab = await OpenTabAsync(admin);
        await Expect(Banner(tab)).ToBeVisibleAsync();

        return tab;
    }

    private static async Task<IPage> OpenTabAsync(IPage page)
    {
        var opening = page.Context.WaitForPageAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the storefront" }).ClickAsync();
        var tab = await opening;
        await tab.WaitForURLAsync(url => url.StartsWith("http", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });

        return tab;
    }

    private async Task OpenAssistedAsync(IPage admin)
    {
        await admin.GotoAsync(shop.CustomerUrl + "?tab=assisted");
        await Expect(Session(admin)).ToBeVisibleAsync();
    }

    /// <summary>Sends a form of the shop that no page offers.</summary>
    private static async Task PostAsync(IPage tab, string path, params (string Name, string Value)[] values)
    {
        var token = await tab.Locator("[name='__RequestVerificationToken']").First.GetAttributeAsync("value");
        var fields = values.Append((Name: "__RequestVerificationToken", Value: token!)).Select(field => new[] { field.Name, field.Value }).ToArray();

        await tab.EvaluateAsync(
            """
            ([path, fields]) => {
                const form = Object.assign(document.createElement('form'), { method: 'post', action: path });

                for (const [name, value] of fields) {
                    form.append(Object.assign(document.createElement('input'), { name, value }));
                }

                document.body.append(form);
                form.submit();
            }
            """,
            new object[] { path, fields });
    }

    private static ILocator Banner(IPage tab) => tab.GetByRole(AriaRole.Complementary, new() { Name = "Assisted buying" });

    private static ILocator Product(IPage tab, string id) => tab.Locator("#" + id);

    /// <summary>The latest one.</summary>
    private static ILocator Session(IPage admin) => admin.Locator(".history-entry").First;
}

using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>
/// The admin's side of assisted buying. The sample has a customer with an account at two sites that have it, one of them to look
/// only; no storefront answers there, so the address of the tab that opens is all there is to see of it.
/// </summary>
public sealed class AssistTests(BrowserFixture browser)
{
    private const string Name = "Sinéad Ní Bhriain";
    private const string Sites = "/Admin/Customers/Sites";
    private const string Origin = "http://localhost:5202";

    [Theory, AtEveryWidth]
    [Seed("E24", "E25", "E26")]
    public async Task WhoHasForgottenSomethingIsToldAndKeepsWhatWasTyped(Width width)
    {
        var page = await browser.OpenAsync(width);
        await OpenFormAsync(page);
        await Expect(page.Locator("[name='Site'] option")).ToHaveTextAsync(["Our shop for Europe", "Our shop in the United Kingdom"]);
        await page.ShouldBeSoundAsync();

        // The browser itself asks for the reason, and nothing opens.
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the storefront" }).ClickAsync();
        await Expect(page.Locator("[name='Reason']")).ToBeFocusedAsync();
        Assert.Single(page.Context.Pages);

        await page.Locator("[name='Site']").SelectOptionAsync("UK");
        await page.Locator("[name='Mode']").SelectOptionAsync("Full");
        await page.Locator("[name='Reason']").FillAsync("اتصلت <script>alert(1)</script>");
        var tab = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Open the storefront" }).ClickAsync());

        await Expect(tab.Locator("#Mode-error")).ToContainTextAsync("The site Our shop in the United Kingdom does not allow this.");
        await Expect(tab.Locator("[name='Site']")).ToHaveValueAsync("UK");
        await Expect(tab.Locator("[name='Mode']")).ToHaveValueAsync("Full");
        await Expect(tab.Locator("[name='Reason']")).ToHaveValueAsync("اتصلت <script>alert(1)</script>");
        await tab.ShouldBeSoundAsync();

        // It goes on in that tab.
        await tab.Locator("[name='Mode']").SelectOptionAsync("LookOnly");
        Assert.StartsWith("http://localhost:5203/assist?assist_code=", await SubmitAsync(tab), StringComparison.Ordinal);
        Assert.Equal(2, page.Context.Pages.Count);
    }

    [Theory, AtEveryWidth]
    [Seed("E24", "E26")]
    public async Task TheTabShowsWhatIsDoneAndEndsTheSession(Width width)
    {
        var page = await browser.OpenAsync(width);
        var secret = await MakeSecretAsync(page, "EU");
        var reason = CustomerPages.NewName("Called about <b>lamps</b>");
        await OpenFormAsync(page);
        await page.Locator("[name='Site']").SelectOptionAsync("EU");
        await page.Locator("[name='Mode']").SelectOptionAsync("Cart");
        await page.Locator("[name='Reason']").FillAsync(reason);
        var url = "";
        await page.Context.RunAndWaitForPageAsync(async () => url = await SubmitAsync(page));
        Assert.StartsWith(Origin + "/assist?assist_code=", url, StringComparison.Ordinal);

        var session = page.Locator(".history-entry").Filter(new() { HasText = reason });
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to " + Name }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Assisted buying" }).Last.ClickAsync();
        await Expect(session).ToContainTextAsync("Waits for the storefront");
        await page.ShouldBeSoundAsync();

        var token = await ExchangeAsync(page, secret, url);
        Assert.Equal(200, await TryAsync(page, token, "Cart", "2 × <i>Lamp</i>"));
        Assert.Equal(403, await TryAsync(page, token, "Order", new string('W', 255)));
        Assert.Equal(403, await TryAsync(page, token, "Email", "كلمة"));
        await page.ReloadAsync();
        await Expect(session).ToContainTextAsync("Running");
        await Expect(session).ToContainTextAsync("1 change, 2 refused");
        await Expect(session.Locator("li")).ToHaveCountAsync(3);
        await Expect(session.Locator("li").Last).ToContainTextAsync("2 × <i>Lamp</i>");
        await Expect(session.Locator("li").First).ToContainTextAsync("Refused: the customer's alone");
        await page.ShouldBeSoundAsync();

        await session.GetByRole(AriaRole.Button, new() { Name = "End the session" }).ClickAsync();
        await Expect(session).ToContainTextAsync($"Revoked by {SampleSite.User}");
        await Expect(session.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await session.Locator("summary").PressAsync("Enter");
        await Expect(session.Locator("li").First).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        Assert.Equal(401, await TryAsync(page, token, "Cart", "Too late"));
    }

    [Theory, AtEveryWidth]
    [Seed("E27")]
    public async Task ASecretIsShownOnceReplacedAndTakenBack(Width width)
    {
        var page = await browser.OpenAsync(width);
        var (code, name) = ("T" + Guid.NewGuid().ToString("N")[..8], CustomerPages.NewName("متجر <script>") + new string('x', 60));
        await page.GotoAsync(Sites + "/Create");
        await page.Locator("[name='Name']").FillAsync(name);
        await page.Locator("[name='Code']").FillAsync(code);
        await page.Locator("[name='StorefrontUrl']").FillAsync("https://shop.example.com");
        await page.Locator("[name='Currencies']").FillAsync("EUR");
        await page.Locator("[name='Languages']").FillAsync("de");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Site" }).ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = name })).ToBeVisibleAsync();

        var secret = await MakeSecretAsync(page, code);
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the site" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Replace the secret" })).ToBeVisibleAsync();
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);
        await page.ShouldBeSoundAsync();
        Assert.NotEqual(secret, await MakeSecretAsync(page, code));

        await page.GotoAsync($"{Sites}/{code}/Edit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the secret back" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make a secret" })).ToBeVisibleAsync();
        await page.GotoAsync($"{Sites}/{code}/Delete");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = name })).ToHaveCountAsync(0);
    }

    private static async Task OpenFormAsync(IPage page)
    {
        await page.OpenListAsync($"?search={Uri.EscapeDataString("sinead@ie.example.com")}");
        await page.Row(Name).Locator("[data-row-link]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Assisted buying" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Assisted buying", Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Submits the form.</summary>
    /// <returns>Where it leads. Nobody answers there, so that nobody uses up the code.</returns>
    private static async Task<string> SubmitAsync(IPage page)
    {
        var led = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.Context.RouteAsync(new Regex("^http://localhost:520[23]/"), route => route.AbortAsync());
        page.Context.Request += (_, request) => _ = request.Url.Contains("assist_code=", StringComparison.Ordinal) && led.TrySetResult(request.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the storefront" }).ClickAsync();

        return await led.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Makes a secret, or another one, on the form of the site.</summary>
    private static async Task<string> MakeSecretAsync(IPage page, string site)
    {
        await page.GotoAsync($"{Sites}/{site}/Edit");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Make a|Replace the) secret$") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Secret of the storefront", Level = 1 })).ToBeVisibleAsync();

        return (await page.Locator("[data-secret]").TextContentAsync())!.Trim();
    }

    /// <summary>What the server of the storefront would do.</summary>
    private static async Task<string> ExchangeAsync(IPage page, string secret, string url)
    {
        var answer = await page.APIRequest.PostAsync(Api(page) + "exchange", new()
        {
            Headers = new Dictionary<string, string> { ["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("EU:" + secret)) },
            DataObject = new { code = HttpUtility.ParseQueryString(new Uri(url).Query)["assist_code"], origin = Origin, visitor = Guid.NewGuid().ToString() },
        });
        Assert.Equal(200, answer.Status);

        return (await answer.JsonAsync())!.Value.GetProperty("token").GetString()!;
    }

    private static async Task<int> TryAsync(IPage page, string token, string kind, string summary)
        => (await page.APIRequest.PostAsync(Api(page) + "session/actions", new() { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer " + token }, DataObject = new { kind, summary } })).Status;

    private static string Api(IPage page) => new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/api/customers/assist/";
}

using System.Collections.Concurrent;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>One Chromium and one site for all browser tests; both start when the first of them asks.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private readonly Lazy<Task<State>> _state = new(StartAsync);

    private readonly ConcurrentDictionary<IBrowserContext, (string Class, string Test)> _opened = new();

    /// <summary>Opens a page as the administrator.</summary>
    public async Task<IPage> OpenAsync(Width width, bool javaScript = true)
    {
        var state = await _state.Value;
        var options = Options(state.Site, width);
        options.StorageState = state.LoggedIn[width];
        options.JavaScriptEnabled = javaScript;

        return await OpenAsync(state.Browser, options);
    }

    /// <summary>Opens a page as another user, whose password is the administrator's.</summary>
    public async Task<IPage> OpenAsAsync(Width width, string user)
    {
        var state = await _state.Value;
        var options = Options(state.Site, width);
        options.StorageState = await LogInAsync(state.Browser, state.Site, width, user);

        return await OpenAsync(state.Browser, options);
    }

    /// <summary>Opens a page as somebody who is not logged in.</summary>
    public async Task<IPage> OpenAsVisitorAsync(Width width, bool javaScript = true)
    {
        var state = await _state.Value;
        var options = Options(state.Site, width);
        options.JavaScriptEnabled = javaScript;

        return await OpenAsync(state.Browser, options);
    }

    /// <summary>Tests of a class run one after another: when one opens a page, those of the test before are closed.</summary>
    private async Task<IPage> OpenAsync(IBrowser browser, BrowserNewContextOptions options)
    {
        var (@class, test) = (TestContext.Current.TestClass?.UniqueID ?? "", TestContext.Current.Test?.UniqueID ?? "");

        foreach (var opened in _opened.Where(entry => entry.Value.Class == @class && entry.Value.Test != test).Select(entry => entry.Key))
        {
            _opened.TryRemove(opened, out _);
            await opened.CloseAsync();
        }

        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        _opened[context] = (@class, test);

        return await context.NewPageAsync();
    }

    /// <summary>Where the site is.</summary>
    public async Task<Uri> AddressAsync() => (await _state.Value).Site.Address;

    /// <summary>The folder that the site's mails go to.</summary>
    public async Task<string> MailsAsync() => (await _state.Value).Site.Mails;

    public async ValueTask DisposeAsync()
    {
        if (_state.IsValueCreated)
        {
            var state = await _state.Value;
            await state.Browser.DisposeAsync();
            state.Playwright.Dispose();
            await state.Site.DisposeAsync();
        }
    }

    private static async Task<State> StartAsync()
    {
        var chromium = System.Environment.GetEnvironmentVariable("CHROMIUM") ?? Candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Browser tests need Chromium: install Debian's package chromium, or name a Chrome or Chromium in the variable CHROMIUM.");
        var site = await SampleSite.StartAsync();
        // For a machine that builds or tests something else beside.
        Assertions.SetDefaultExpectTimeout(15_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });

        var loggedIn = new Dictionary<Width, string>();

        foreach (var width in Enum.GetValues<Width>())
        {
            loggedIn[width] = await LogInAsync(browser, site, width, SampleSite.User);
        }

        return new State(site, playwright, browser, loggedIn);
    }

    private static BrowserNewContextOptions Options(SampleSite site, Width width) => new()
    {
        BaseURL = site.Address.ToString(),
        ViewportSize = width == Width.Desktop ? new ViewportSize { Width = 1280, Height = 900 } : new ViewportSize { Width = 390, Height = 844 },
        HasTouch = width == Width.Phone,
        Locale = "en-US",
    };

    private static async Task<string> LogInAsync(IBrowser browser, SampleSite site, Width width, string user)
    {
        await using var context = await browser.NewContextAsync(Options(site, width));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/Login?returnUrl=/Admin");
        await page.FillAsync("[name='LoginForm.UserName']", user);
        await page.FillAsync("[name='LoginForm.Password']", SampleSite.Password);
        await page.PressAsync("[name='LoginForm.Password']", "Enter");
        await page.ArriveAsync(url => url.EndsWith("/Admin", StringComparison.Ordinal));

        // Orchard's own theme opens with its menu over the page, and remembers that it was folded.
        if (width == Width.Phone && await page.Locator(".leftbar-compactor").IsVisibleAsync())
        {
            await page.Locator(".leftbar-compactor").ClickAsync();
            await page.WaitForFunctionAsync("JSON.stringify(localStorage).includes('leftSidebarCompact')");
        }

        return await context.StorageStateAsync();
    }

    private sealed record State(SampleSite Site, IPlaywright Playwright, IBrowser Browser, IReadOnlyDictionary<Width, string> LoggedIn);
}

/// <summary>The two widths every page is made for.</summary>
public enum Width
{
    Desktop,
    Phone,
}

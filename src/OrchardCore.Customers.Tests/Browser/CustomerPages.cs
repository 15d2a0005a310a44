using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>What a user does on the pages of the module, in the user's words.</summary>
internal static partial class CustomerPages
{
    /// <summary>A name nobody else has, so that tests don't meet, on whichever site they run.</summary>
    public static string NewName(string prefix) => $"{prefix} {Guid.NewGuid().ToString("N")[..8]}";

    public static async Task OpenListAsync(this IPage page, string query = "")
    {
        await page.GotoAsync("/Admin/Customers" + query);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Customers", Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>The page of that address is there and loaded. On a busy machine Playwright may miss that a page was loaded, and wait for it; so the page is asked.</summary>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> isThere)
    {
        await page.WaitForURLAsync(isThere, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
    }

    public static async Task SearchAsync(this IPage page, string term)
    {
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync(term);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
    }

    public static Task OpenFiltersAsync(this IPage page) => page.Locator(".list-filters > summary").ClickAsync();

    /// <summary>The row of the customer of that name.</summary>
    public static ILocator Row(this IPage page, string name)
        => page.Locator("[data-row]").Filter(new() { Has = page.Locator("[data-row-link]", new() { HasTextRegex = new Regex("^" + Regex.Escape(name) + "$") }) });

    public static ILocator Field(this IPage page, string property) => page.Locator($"[name='CustomerPart.{property}']");

    public static ILocator Error(this IPage page, string property) => page.Locator($"#CustomerPart_{property}-error");

    public static ILocator SaveButton(this IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = SaveButtonName() });

    /// <summary>Creates a customer through the form and is back on the list afterwards.</summary>
    public static async Task CreateAsync(this IPage page, string contactName, params (string Property, string Value)[] values)
    {
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field(nameof(CustomerPart.ContactName)).FillAsync(contactName);

        foreach (var (property, value) in values)
        {
            await page.Field(property).FillAsync(value);
        }

        await page.SaveButton().ClickAsync();
        // Orchard's own theme shows its notes by a script; without one they are only there.
        await Expect(page.GetByText($"{contactName} was created")).ToBeAttachedAsync();
    }

    /// <summary>The page is the list, with this in its address.</summary>
    public static async Task ShouldBeTheListAsync(this IPage page, string query)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Customers", Exact = true, Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/Admin/Customers[?](.*&)?{Regex.Escape(query)}(&|$)"));
    }

    /// <summary>It is drawn in the colour of danger: more red than anything else.</summary>
    public static async Task ShouldBeRedAsync(this ILocator locator)
    {
        await Expect(locator).ToBeVisibleAsync();
        var colour = await locator.EvaluateAsync<int[]>("element => getComputedStyle(element).color.match(/[0-9]+/g).slice(0, 3).map(Number)");

        Assert.True(colour is [var red, var green, var blue] && red > 1.5 * green && red > 1.5 * blue, $"It is rgb({string.Join(", ", colour)}).");
    }

    /// <summary>Axe finds nothing, the page does not scroll sideways, and no markup was left unrendered.</summary>
    public static async Task ShouldBeSoundAsync(this IPage page)
    {
        // What fades in has no contrast yet.
        await page.EvaluateAsync("Promise.all(document.getAnimations().filter(animation => animation instanceof CSSTransition).map(animation => animation.finished.catch(() => {})))");

        // The real admin theme frames our pages; what it draws is its own affair.
        var isTheAdmin = await page.Locator(".ta-content").CountAsync() > 0;
        var axe = isTheAdmin ? await page.Locator(".ta-content").RunAxe() : await page.RunAxe();
        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));

        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), "The page scrolls sideways.");
        Assert.DoesNotMatch(Leftovers(), await page.ContentAsync());
    }

    [GeneratedRegex("^(Create|Update) Customer$")]
    private static partial Regex SaveButtonName();

    [GeneratedRegex("<zone|<partial| asp-[a-z]+=|@Model|@T\\[")]
    private static partial Regex Leftovers();
}

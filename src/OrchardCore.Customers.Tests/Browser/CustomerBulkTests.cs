using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The pages of bulk actions: the one that asks, and how far one is.</summary>
[Collection(ImportTests.Many)]
public sealed class CustomerBulkTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    public async Task ThePageAsksForAReasonAndGoesBackToTheListWithANote(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Bulk");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await AskAsync(page, "hold", $"?search={name}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hold", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("This is for one customer.")).ToBeVisibleAsync();
        await Expect(page.GetByText(name)).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        var reason = page.GetByLabel("Reason");
        await reason.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Reason is required." })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.GetByLabel("Reason").FillAsync("Unpaid");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Verb(page, "Hold")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText("Hold: 1 of 1 customers done.")).ToBeAttachedAsync();
        await page.ShouldBeTheListAsync("search=" + Uri.EscapeDataString(name));
    }

    [Theory, AtEveryWidth]
    public async Task DeletingIsRedAndCancelChangesNothing(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Bulk");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await AskAsync(page, "delete", $"?search={name}");

        await Expect(page.GetByText("This cannot be undone.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Row(name)).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    public async Task AManagerIsChosenFromTheUsers(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Bulk");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await AskAsync(page, "assign", $"?search={name}");

        await page.GetByLabel("Managed by").SelectOptionAsync(new SelectOptionValue { Label = SampleSite.User });
        await page.ShouldBeSoundAsync();
        await Verb(page, "Assign managed by").ClickAsync();
        await Expect(page.GetByText("Assign managed by: 1 of 1 customers done.")).ToBeAttachedAsync();
    }

    /// <summary>The sample has 250 customers: more than one waits for.</summary>
    [Theory, AtEveryWidth]
    public async Task AJobIsWatchedUntilItIsOver(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.OpenListAsync();
        await AskAsync(page, "release", "", all: true);
        await Expect(page.GetByText("You can watch how far it is")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
        await Verb(page, "Release").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/Admin/Customers/Jobs/[0-9a-f]{32}$"));
        await Expect(page.Locator("[data-live='over']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Done" })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Recent bulk actions" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Release" }).First).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    private static ILocator Verb(IPage page, string name) => page.Locator("form[data-guard]").GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Posts what the list posts.</summary>
    private static async Task AskAsync(IPage page, string action, string list, bool all = false)
    {
        await page.EvaluateAsync(
            """
            ([action, list, all]) => {
                const form = document.createElement('form');
                form.method = 'post';
                form.action = document.location.pathname.replace(/\/$/, '') + '/Bulk';
                const ids = [...document.querySelectorAll('[data-row-link]')].map(link => ['ids', link.pathname.split('/').pop()]);
                const token = document.querySelector('[name="__RequestVerificationToken"]').value;

                for (const [name, value] of [['__RequestVerificationToken', token], ['action', action], ['list', list], ...(all ? [['all', 'true']] : ids)]) {
                    const input = document.createElement('input');
                    [input.type, input.name, input.value] = ['hidden', name, value];
                    form.append(input);
                }

                document.body.append(form);
                form.submit();
            }
            """,
            new object[] { action, list, all });
        await page.Locator("form[data-guard]").WaitForAsync();
    }
}

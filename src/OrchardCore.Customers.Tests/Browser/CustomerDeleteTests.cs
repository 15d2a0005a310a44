using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

public sealed class CustomerDeleteTests(BrowserFixture browser)
{
    [Theory, AtEveryWidth]
    [Seed("O5", "O6", "T27", "S5", "V8")]
    public async Task TheListAsksFirstAndDeletesOnlyWhenTold(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Delete");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        var delete = page.Row(name).Locator(".list-actions").GetByRole(AriaRole.Link, new() { Name = $"Delete {name}" });
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Actions" })).ToHaveCountAsync(width == Width.Desktop ? 1 : 0);
        await delete.ShouldBeRedAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);

        await delete.ClickAsync();
        await Expect(dialog).ToContainTextAsync($"Delete {name}? This cannot be undone.");
        await page.ShouldBeSoundAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.Row(name)).ToBeVisibleAsync();

        await delete.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();

        await delete.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText($"{name} was deleted.")).ToBeVisibleAsync();
        await Expect(page.GetByText("No customer matches.")).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("S19", "S20", "S23", "O6")]
    public async Task TheCustomersPageAndTheFormDeleteToo(Width width)
    {
        var page = await browser.OpenAsync(width);
        var dialog = page.GetByRole(AriaRole.Dialog);

        foreach (var fromForm in new[] { false, true })
        {
            var name = CustomerPages.NewName("Delete");
            await page.CreateAsync(name);
            await page.OpenListAsync($"?search={Uri.EscapeDataString(name)}&size=50");
            await page.Row(name).Locator("[data-row-link]").ClickAsync();

            if (fromForm)
            {
                await page.GetByRole(AriaRole.Link, new() { Name = "Edit Customer" }).ClickAsync();
                await Expect(page.SaveButton()).ToBeVisibleAsync();
            }

            var delete = page.GetByRole(AriaRole.Link, new() { Name = "Delete" });
            await delete.ShouldBeRedAsync();
            await delete.ClickAsync();
            await Expect(dialog.Locator("p")).ToHaveTextAsync($"Delete {name}? This cannot be undone.");
            await page.ShouldBeSoundAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

            await Expect(page.GetByText($"{name} was deleted.")).ToBeVisibleAsync();
            await page.ShouldBeTheListAsync("size=50");
        }
    }

    [Theory, AtEveryWidth]
    public async Task ThePageThatAsksIsSound(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Delete");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await page.GotoAsync((await page.Row(name).GetByRole(AriaRole.Link, new() { Name = $"Delete {name}" }).GetAttributeAsync("href"))!);

        await Expect(page.GetByText($"Delete {name}? This cannot be undone.")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    /// <summary>On a phone Orchard's own theme covers every page with its menu until a script folds it.</summary>
    [Fact]
    [Seed("O6", "T27")]
    public async Task WithoutJavaScriptAPageAsks()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Delete");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await page.Row(name).GetByRole(AriaRole.Link, new() { Name = $"Delete {name}" }).ClickAsync();
        await Expect(page.GetByText($"Delete {name}? This cannot be undone.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Row(name)).ToBeVisibleAsync();

        await page.Row(name).GetByRole(AriaRole.Link, new() { Name = $"Delete {name}" }).ClickAsync();
        await page.Locator("main, .ta-content").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText($"{name} was deleted.")).ToBeAttachedAsync();
    }
}

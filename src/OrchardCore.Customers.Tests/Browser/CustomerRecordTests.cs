using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>The sections of the form beyond names, and where they show.</summary>
public sealed class CustomerRecordTests(BrowserFixture browser)
{
    private const string CreatePath = "/Admin/Customers/Create";

    [Theory, AtEveryWidth]
    [Seed("E10", "E11", "V13", "V14", "V15", "V16", "V17", "V18")]
    public async Task EverySectionIsFilledAndStandsOnThePage(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Record");
        await page.GotoAsync(CreatePath);
        await page.Field("ContactName").FillAsync(name);
        await page.Field("SecondPhone").FillAsync("+354 555 0199");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "By e-mail" }).CheckAsync();

        var business = page.Locator("[name='CustomerPart.Business.Name']");
        await Expect(business).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Business user" }).CheckAsync();
        await business.FillAsync("Tékassi ehf");
        await page.Locator("[name='CustomerPart.Business.TaxNumber']").FillAsync("=cmd|'/c calc'");
        await page.Field("Currency").SelectOptionAsync("ISK");
        await page.Field("Language").FillAsync("is-IS");
        await Expect(page.Field("HoldReason")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "On hold" }).CheckAsync();
        await page.Field("HoldReason").FillAsync("Checks are being done");
        await page.Field("HoldUntil").FillAsync("2099-07-31");
        await page.Field("MemberNumber").FillAsync("7000318");
        await page.ShouldBeSoundAsync();
        await page.SaveButton().ClickAsync();

        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();
        await page.OpenListAsync($"?search={name}");
        await Expect(page.Row(name)).ToContainTextAsync("On hold");
        await page.ShouldBeSoundAsync();
        await page.Row(name).Locator("[data-row-link]").ClickAsync();

        foreach (var text in new[] { "+354 555 0199", "Tékassi ehf", "=cmd|'/c calc'", "ISK – Icelandic Króna", "Icelandic (Iceland) (is-IS)", "Checks are being done", "until Friday, 31 July 2099", "7000318" })
        {
            await Expect(page.Locator(".customers-record").GetByText(text, new() { Exact = !text.StartsWith("until", StringComparison.Ordinal) })).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".customers-record").GetByText($"Admin: {SampleSite.User}")).ToBeVisibleAsync();
        await Expect(page.Locator(".customers-facts").GetByText("On hold")).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("Tw3")]
    public async Task ReferencesAreAddedAndRemovedByKeyboardAlone(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Referred");
        await page.GotoAsync(CreatePath);
        await page.Field("ContactName").FillAsync(name);
        await page.Locator("[name='CustomerPart.References[0].Key']").FocusAsync();
        await page.Keyboard.TypeAsync("erp");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("K-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a reference" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name='CustomerPart.References[1].Key']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("crm");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("77");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Field("Company").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();
        await page.OpenListAsync($"?search={name}");
        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await Expect(page.Locator(".customers-record").GetByText("crm", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".customers-record").GetByText("erp", new() { Exact = true })).ToHaveCountAsync(0);
    }

    [Theory, AtEveryWidth]
    public async Task WhatIsWrongIsSaidBesideTheFieldAndNothingTypedIsLost(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(CreatePath);
        await page.Field("ContactName").FillAsync("Typed");
        await page.Field("Language").FillAsync("Klingon");
        await page.Field("CustomId").FillAsync("with space");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Business user" }).CheckAsync();
        await page.Locator("[name='CustomerPart.Business.Name']").FillAsync("<script>alert(1)</script>");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "By post" }).CheckAsync();
        await page.SaveButton().ClickAsync();

        await Expect(page.Error("Language")).ToContainTextAsync("is no language");
        await Expect(page.Error("CustomId")).ToContainTextAsync("An id has 1 to 66");
        await Expect(page.Locator("[name='CustomerPart.Business.Name']")).ToHaveValueAsync("<script>alert(1)</script>");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "By post" })).ToBeCheckedAsync();
        await page.ShouldBeSoundAsync();

        await page.Locator("[data-error-summary]").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("An id has") }).ClickAsync();
        await Expect(page.Field("CustomId")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task TheWholeRecordIsFilledWithoutJavaScript()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        var name = CustomerPages.NewName("Scriptless");
        await page.GotoAsync(CreatePath);
        await page.Field("ContactName").FillAsync(name);
        await page.GetByRole(AriaRole.Switch, new() { Name = "Business user" }).CheckAsync();
        await page.Locator("[name='CustomerPart.Business.Name']").FillAsync("Plain Ltd");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "On hold" }).CheckAsync();
        await page.Field("HoldReason").FillAsync("Plain reason");
        await page.Locator("[name='CustomerPart.References[0].Key']").FillAsync("erp");
        await page.Locator("[name='CustomerPart.References[0].Value']").FillAsync("K-1");
        await page.SaveButton().ClickAsync();

        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();
        await page.OpenListAsync($"?search={name}");
        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await Expect(page.Locator(".customers-record").GetByText("Plain Ltd")).ToBeVisibleAsync();
        await Expect(page.Locator(".customers-record").GetByText("Plain reason")).ToBeVisibleAsync();
        await Expect(page.Locator(".customers-record").GetByText("K-1")).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    [Seed("E13")]
    public async Task AGroupIsMadeGivenAndTheListNarrowedToIt(Width width)
    {
        var page = await browser.OpenAsync(width);
        var group = CustomerPages.NewName("Group");
        var code = "g-" + Guid.NewGuid().ToString("N")[..8];
        await page.GotoAsync("/Admin/Customers/Groups");
        await page.ShouldBeSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New Group" }).ClickAsync();
        await page.Locator("[name='Name']").FillAsync(group);
        await page.Locator("[name='Code']").FillAsync("not a code");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Group" }).ClickAsync();
        await Expect(page.Locator("#Code-error")).ToContainTextAsync("A code has 1 to 66");
        await page.ShouldBeSoundAsync();
        await page.Locator("[name='Code']").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Group" }).ClickAsync();
        await Expect(page.GetByText($"The group {group} was saved.")).ToBeVisibleAsync();

        var name = CustomerPages.NewName("Member");
        await page.GotoAsync(CreatePath);
        await page.Field("ContactName").FillAsync(name);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = group }).CheckAsync();
        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();

        await page.GotoAsync("/Admin/Customers/Groups");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^1\\s+in {group}$") }).ClickAsync();
        await Expect(page.Row(name)).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await page.ShouldBeSoundAsync();
        await page.OpenListAsync($"?search={name}&columns=company,groups");
        await Expect(page.Row(name)).ToContainTextAsync(group);
        await page.ShouldBeSoundAsync();

        await page.GotoAsync("/Admin/Customers/Groups");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Delete {group}" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync($"Delete the group {group}?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText($"The group {group} was deleted.")).ToBeVisibleAsync();
        await page.OpenListAsync($"?search={name}&columns=company,groups");
        await Expect(page.Row(name)).Not.ToContainTextAsync(group);
    }
}

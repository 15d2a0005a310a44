using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrchardCore.Customers.Tests.Shared;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrchardCore.Customers.Tests.Browser;

public sealed class CustomerFormTests(BrowserFixture browser)
{
    private const string CreatePath = "/Admin/Customers/Create";

    [Theory, AtEveryWidth]
    [Seed("O9", "O10", "O11", "O13", "S16", "T7", "T22", "V5", "V6", "V11", "V12", "E1", "E9")]
    public async Task ACustomerIsCreatedAndItsFieldsStandOnItsPage(Width width)
    {
        var page = await browser.OpenAsync(width);
        var mark = CustomerPages.NewName("Form");
        await page.GotoAsync(CreatePath);
        await page.ShouldBeSoundAsync();
        await page.Field("Title").FillAsync("Dr.");
        await page.Field("FirstName").FillAsync("Åse");
        await page.Field("LastName").FillAsync(mark);
        await Expect(page.Field("ContactName")).ToHaveAttributeAsync("placeholder", $"Dr. Åse {mark}");
        await page.Field("Company").FillAsync("Tékassi ehf");
        await page.Field("Phone").FillAsync("+354 555 0101");
        await page.Field("DateOfBirth").FillAsync("1984-05-23");
        await page.Field("Gender").SelectOptionAsync("Female");
        await page.GetByLabel("Inactive").CheckAsync();
        await page.SaveButton().ClickAsync();

        await Expect(page.GetByText($"Dr. Åse {mark} was created with number C-")).ToBeVisibleAsync();
        await page.OpenListAsync($"?search={mark}");
        await page.Row($"Dr. Åse {mark}").Locator("[data-row-link]").ClickAsync();

        foreach (var text in new[] { "Dr.", "Åse", mark, "Tékassi ehf", "+354 555 0101", "23 May 1984", "Female", "Inactive" })
        {
            await Expect(page.Locator(".customers-page").GetByText(text, new() { Exact = text != "23 May 1984" }).First).ToBeVisibleAsync();
        }

        await page.ShouldBeSoundAsync();
    }

    [Theory, AtEveryWidth]
    public async Task AnErrorStandsBesideItsFieldAndAboveTheFormAndTakesTheFocus(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(CreatePath);
        await page.Field("Company").FillAsync("Typed before");
        await page.Field("Email").FillAsync("nonsense");
        await page.SaveButton().ClickAsync();

        var summary = page.Locator("[data-error-summary]");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(page.Error("Email")).ToContainTextAsync("This is no e-mail address");
        await Expect(page.Error("ContactName")).ToContainTextAsync("Enter a contact name");
        await Expect(page.Field("Company")).ToHaveValueAsync("Typed before");
        await page.ShouldBeSoundAsync();

        await summary.GetByRole(AriaRole.Link, new() { Name = "This is no e-mail address" }).ClickAsync();
        await Expect(page.Field("Email")).ToBeFocusedAsync();
        await Expect(page.Field("Email")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Theory, AtEveryWidth]
    [Seed("O14", "T26", "V19", "E21", "S7", "S18", "S24", "S25")]
    public async Task UpdateSavesAndReturnsToTheListAsItWasLeft(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Update");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}&size=50");
        await page.Row(name).GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await page.Field("Company").FillAsync("Changed Ltd");

        await page.GetByRole(AriaRole.Button, new() { Name = "Update Customer" }).ClickAsync();

        await Expect(page.GetByText($"{name} was saved.")).ToBeVisibleAsync();
        await page.ShouldBeTheListAsync("size=50");
        await Expect(page.Row(name)).ToContainTextAsync("Changed Ltd");

        // By way of the customer's page the list is found back just so.
        await page.Row(name).GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "View", Exact = true }).ClickAsync();
        await Expect(page.Locator(".customer-sections").GetByText("Changed Ltd")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit Customer" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to Customers" }).ClickAsync();
        await page.ShouldBeTheListAsync("size=50");

        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit Customer" }).ClickAsync();
        await page.Field("Company").FillAsync("Changed Again Ltd");
        await page.GetByRole(AriaRole.Button, new() { Name = "Update Customer" }).ClickAsync();
        await Expect(page.GetByText($"{name} was saved.")).ToBeVisibleAsync();
        await page.ShouldBeTheListAsync("size=50");
        await Expect(page.Row(name)).ToContainTextAsync("Changed Again Ltd");

        await page.Row(name).Locator("[data-row-link]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "List Customers" }).ClickAsync();
        await page.ShouldBeTheListAsync("size=50");
    }

    [Theory, AtEveryWidth]
    [Seed("T17")]
    public async Task ANameAndACompanyAreAllThatACustomerNeeds(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Sparse");
        await page.CreateAsync(name, ("Company", "Tékassi ehf"));

        await page.OpenListAsync($"?search={name}");
        await Expect(page.Row(name)).ToContainTextAsync("Tékassi ehf");
    }

    [Theory, AtEveryWidth]
    [Seed("O9")]
    public async Task TheFormIsTheSameForNewAndExistingCustomers(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Same");
        await page.CreateAsync(name);
        await page.OpenListAsync($"?search={name}");
        await page.Row(name).GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Update Customer" })).ToBeVisibleAsync();
        var existing = await LabelsAsync(page);

        await page.OpenListAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New Customer" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create Customer" })).ToBeVisibleAsync();

        Assert.Equal(existing, await LabelsAsync(page));
        Assert.Contains("Contact name * (required)", existing);
    }

    [Theory, AtEveryWidth]
    public async Task LeavingWithUnsavedChangesAsks(Width width)
    {
        var page = await browser.OpenAsync(width);
        await page.GotoAsync(CreatePath);
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to Customers" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Customers", Level = 1 })).ToBeVisibleAsync();
        Assert.False(asked.Task.IsCompleted);

        await page.GotoAsync(CreatePath);
        await page.Field("Company").FillAsync("Not saved");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to Customers" }).ClickAsync();

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        await Expect(page.Field("Company")).ToHaveValueAsync("Not saved");
    }

    [Theory, AtEveryWidth]
    [Seed("O12")]
    public async Task ANamesakeIsShownAndMayBeSavedNevertheless(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Namesake");
        await page.CreateAsync(name);

        await page.GotoAsync(CreatePath);
        await page.Field("ContactName").FillAsync(name.ToUpperInvariant());
        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText("There are other customers with this name")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync();

        await page.SaveButton().ClickAsync();
        await Expect(page.GetByText("was created with number")).ToBeVisibleAsync();
    }

    [Theory, AtEveryWidth]
    public async Task TheSecondEditorSeesBothVersionsTakesOneOverAndSaves(Width width)
    {
        var first = await browser.OpenAsync(width);
        var second = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Conflict");
        await first.CreateAsync(name);

        foreach (var page in new[] { first, second })
        {
            await page.OpenListAsync($"?search={name}");
            await page.Row(name).GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        }

        const string Theirs = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH";
        await first.Field("Company").FillAsync(Theirs);
        await first.SaveButton().ClickAsync();
        await Expect(first.GetByText($"{name} was saved.")).ToBeVisibleAsync();

        await second.Field("Company").FillAsync("Mine");
        await second.Field("Phone").FillAsync("+354 555 0199");
        await second.SaveButton().ClickAsync();
        await Expect(second.GetByText("This customer was saved after you had opened it")).ToBeVisibleAsync();
        var company = second.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^Company") });
        await Expect(company).ToContainTextAsync(Theirs);
        await Expect(company).ToContainTextAsync("Mine");
        await second.ShouldBeSoundAsync();

        await company.GetByRole(AriaRole.Button, new() { Name = "Take the stored value" }).ClickAsync();
        await Expect(second.Field("Company")).ToHaveValueAsync(Theirs);
        await second.SaveButton().ClickAsync();
        await Expect(second.GetByText($"{name} was saved.")).ToBeVisibleAsync();
        await Expect(second.Row(name)).ToContainTextAsync(Theirs);
        await Expect(second.Row(name)).ToContainTextAsync("+354 555 0199");
    }

    [Fact]
    public async Task TheFormWorksWithoutJavaScript()
    {
        var page = await browser.OpenAsync(Width.Desktop, javaScript: false);
        await page.CreateAsync(CustomerPages.NewName("Scriptless"));
    }

    private static async Task<IEnumerable<string>> LabelsAsync(IPage page)
        => (await page.Locator(".customers-page label").AllTextContentsAsync()).Select(label => string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Theory, AtEveryWidth]
    public async Task ManyClicksOnTheButtonMakeOneCustomer(Width width)
    {
        var page = await browser.OpenAsync(width);
        var name = CustomerPages.NewName("Impatient");
        await page.GotoAsync("/Admin/Customers/Create");
        await page.Field("ContactName").FillAsync(name);
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await page.SaveButton().EvaluateAsync("button => { for (let i = 0; i < 4; i++) { setTimeout(() => button.click(), i * 8); } }");

        await Expect(page.GetByText($"{name} was created")).ToBeAttachedAsync();
        Assert.Equal(1, posts);
    }
}

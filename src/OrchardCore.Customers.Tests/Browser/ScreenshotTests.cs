using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace OrchardCore.Customers.Tests.Browser;

/// <summary>
/// Takes the pictures of the documentation, when asked to by <c>-explicit only</c>: into the folder that
/// <c>PICTURES</c> names, of the site at <c>E2E_BASE_URL</c>, which was set up afresh.
/// </summary>
public sealed class ScreenshotTests(BrowserFixture browser)
{
    [Fact(Explicit = true)]
    public async Task TakesThePicturesOfTheDocumentation()
    {
        var folder = System.Environment.GetEnvironmentVariable("PICTURES");
        Assert.False(string.IsNullOrEmpty(folder), "PICTURES names no folder.");

        foreach (var (width, suffix) in new[] { (Width.Desktop, ""), (Width.Phone, "-phone") })
        {
            var page = await browser.OpenAsync(width);

            await page.OpenListAsync();
            await TakeAsync(page, folder, "customers-list" + suffix);

            await page.OpenListAsync("?search=Abigail");
            await page.Locator("[data-row-link]").First.ClickAsync();
            await TakeAsync(page, folder, "customer" + suffix);

            await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).First.ClickAsync();
            await TakeAsync(page, folder, "customer-form" + suffix);

            await page.Field(nameof(CustomerPart.ContactName)).FillAsync("");
            await page.Field(nameof(CustomerPart.FirstName)).FillAsync("");
            await page.Field(nameof(CustomerPart.LastName)).FillAsync("");
            await page.Field(nameof(CustomerPart.MiddleName)).FillAsync("");
            await page.Field(nameof(CustomerPart.Email)).FillAsync("abigail.example.net");
            await page.SaveButton().ClickAsync();
            await page.Error(nameof(CustomerPart.Email)).WaitForAsync();
            await TakeAsync(page, folder, "customer-form-errors" + suffix);
        }

        await TakePagesAsync(folder);
        await TakeCompaniesAsync(folder);
        await TakeTheShopAsync(folder);
        await TakeAssistedBuyingAsync(folder);
        await TakeImportsAsync(folder);
    }

    /// <summary>Also taken alone: what is imported is taken back in the end.</summary>
    [Fact(Explicit = true)]
    public async Task TakesThePicturesOfImports()
    {
        var folder = System.Environment.GetEnvironmentVariable("PICTURES");
        Assert.False(string.IsNullOrEmpty(folder), "PICTURES names no folder.");
        await TakeImportsAsync(folder);
    }

    /// <summary>The pages that one link leads to.</summary>
    private async Task TakePagesAsync(string folder)
    {
        var page = await browser.OpenAsync(Width.Desktop);
        await page.OpenListAsync("?search=Anneliese+Br%C3%BCckner");
        await page.Locator("[data-row-link]").First.ClickAsync();
        var customer = page.Url;
        var tab = customer + (customer.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "tab=";

        await page.GotoAsync(tab + "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.GetByText("Invited", new() { Exact = true }).WaitForAsync();

        await page.GotoAsync("/Admin/Customers/Sites/Users/Create");
        await page.Locator("[name='UserName']").FillAsync("nora");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Our shop in Germany" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Our shop for Europe" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Limit the User" }).ClickAsync();

        foreach (var (name, address) in new[]
        {
            ("customer-addresses", tab + "addresses"),
            ("customer-history", tab + "history"),
            ("customer-account", tab + "account"),
            ("customers-columns", "/Admin/Customers/Columns"),
            ("customer-groups", "/Admin/Customers/Groups"),
            ("invitations", "/Admin/Customers/Invitations"),
            ("customer-mail", "/Admin/Customers/Mails/Invitation"),
            ("customer-settings", "/Admin/Settings/customers"),
            ("customer-accounts-settings", "/Admin/Settings/customers-accounts"),
            ("sites", "/Admin/Customers/Sites"),
            ("site", "/Admin/Customers/Sites/UK/Edit"),
            ("site-users", "/Admin/Customers/Sites/Users"),
        })
        {
            await page.GotoAsync(address);
            await TakeAsync(page, folder, name);
        }

        await page.OpenListAsync();
        await page.OpenFiltersAsync();
        await TakeAsync(page, folder, "customers-filters");

        await page.OpenListAsync();
        await page.Locator("[data-row] input[type=checkbox]").First.CheckAsync();
        await page.Locator("[data-row] input[type=checkbox]").Nth(2).CheckAsync();
        await TakeAsync(page, folder, "customers-bulk");

        await page.GotoAsync(customer);
        await page.Locator(".managed-by-choose summary").ClickAsync();
        await page.Keyboard.TypeAsync("k");
        await TakeAsync(page, folder, "customer-managed-by");
    }

    private async Task TakeCompaniesAsync(string folder)
    {
        const string Company = "/Admin/Companies/4samplecompanybrueckner001";
        var page = await browser.OpenAsync(Width.Desktop);

        foreach (var (name, address) in new[]
        {
            ("companies", "/Admin/Companies"),
            ("company", Company),
            ("company-units", Company + "?tab=units"),
            ("company-people", Company + "?tab=people"),
            ("company-roles", Company + "?tab=roles"),
            ("company-invite", Company + "/People/Invite"),
            ("approvals", "/Admin/Approvals?state=all"),
        })
        {
            await page.GotoAsync(address);
            await TakeAsync(page, folder, name);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "quote Q-118" }).ClickAsync();
        await TakeAsync(page, folder, "approval");

        await page.OpenListAsync("?search=" + Uri.EscapeDataString("Jörgine Weiß"));
        await page.Locator("[data-row-link]").First.ClickAsync();
        await page.GotoAsync(page.Url + (page.Url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "tab=companies");
        await TakeAsync(page, folder, "customer-companies");

        await page.OpenListAsync("?search=harriet");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Attach to company") }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Company") }).ClickAsync();
        await page.Locator(".picker-options:visible > [role='option']", new() { HasText = "Brückner Medizintechnik" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Unassigned Roles" }).GetByRole(AriaRole.Checkbox, new() { Checked = true }).WaitForAsync();
        await TakeAsync(page, folder, "company-attach");
    }

    private async Task TakeTheShopAsync(string folder)
    {
        var email = $"shopper-{Guid.NewGuid().ToString("N")[..8]}@example.com";
        var admin = await browser.OpenAsync(Width.Desktop);
        await admin.CreateAsync("Sunna Ólafsdóttir", (nameof(CustomerPart.Email), email));

        foreach (var (width, suffix) in new[] { (Width.Desktop, ""), (Width.Phone, "-phone") })
        {
            var page = await browser.OpenAsVisitorAsync(width);
            await page.GotoAsync("/account/login");

            if (width == Width.Desktop)
            {
                await TakeAsync(page, folder, "shop-log-in");
                await page.GotoAsync("/account/forgot-password");
                await page.GetByLabel("E-mail address").FillAsync(email);
                await page.GetByLabel("E-mail address").PressAsync("Enter");
                await page.GotoAsync(await browser.LinkAsync(email));
                await TakeAsync(page, folder, "shop-password");
                await page.SetPasswordAsync(StorefrontPages.Password);
            }

            await page.LogInAsync(email, StorefrontPages.Password);
            await page.GotoAsync("/account");
            await TakeAsync(page, folder, "shop-account" + suffix);
        }
    }

    /// <summary>Two tabs, and the storefront at both widths.</summary>
    private async Task TakeAssistedBuyingAsync(string folder)
    {
        await using var shop = new AssistedShop(browser) { Customer = "Rósa Eldjárn", Site = "Hearth & Loom", Street = "350 Fifth Avenue" };
        await shop.InitializeAsync();
        var admin = await browser.OpenAsync(Width.Desktop);
        await admin.GotoAsync(shop.CustomerUrl);
        await admin.Locator("a[href*='/Assist']").First.ClickAsync();
        await admin.Locator("[name='Mode']").SelectOptionAsync("Full");
        await admin.Locator("[name='Reason']").FillAsync("Called: wants two lamps by Friday");
        await TakeAsync(admin, folder, "assist-start");

        var opening = admin.Context.WaitForPageAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Open the storefront" }).ClickAsync();
        var tab = await opening;
        await tab.Locator("#lamp [name='count']").FillAsync("2");
        await tab.Locator("#lamp button").ClickAsync();
        await tab.GetByText("2 in the cart").WaitForAsync();
        await tab.GotoAsync(shop.Address.ToString());
        await TakeAsync(tab, folder, "assist-shop");
        await tab.SetViewportSizeAsync(390, 844);
        await TakeAsync(tab, folder, "assist-shop-phone");

        await admin.GotoAsync(shop.CustomerUrl + "?tab=assisted");
        await TakeAsync(admin, folder, "customer-assisted");
    }

    private async Task TakeImportsAsync(string folder)
    {
        var list = new StringBuilder("Customer;Mail address;Firma;Straße;Ort;PLZ;Land;Geboren;Notiz\r\n");
        string[] names = ["Åse Bjørnsdóttir", "عبد الله محمد", "Jörgine Weiß", "Chloé Tremblay", "佐藤 花子", "Łukasz Żółć"];

        for (var row = 1; row <= 1_500; row++)
        {
            var mail = row % 400 == 7 ? "kim at example.com" : $"kim{row}@pictures.example";
            list.Append(names[row % names.Length]).Append(' ').Append(row).Append(';').Append(mail).Append(";Tékassi ehf;Unter den Linden ").Append(row)
                .Append(";Berlin;10117;").Append(row % 600 == 9 ? "Germny" : "Germany").Append(';').Append(row % 500 == 3 ? "31.02.1984" : "1984-05-23").Append(';').Append(row % 3 == 0 ? "called twice" : "").Append("\r\n");
        }

        foreach (var (width, suffix) in new[] { (Width.Desktop, ""), (Width.Phone, "-phone") })
        {
            var page = await browser.OpenAsync(width);
            await page.OpenListAsync();
            await page.Locator(".list-menu-end > summary").ClickAsync();
            await TakeAsync(page, folder, "import-menu" + suffix);

            await page.GotoAsync("/Admin/Customers/Imports/Upload");
            await TakeAsync(page, folder, "import-upload" + suffix);
            await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "Kunden Herbst.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(list.ToString()) });
            await page.Locator("form[data-upload] button").ClickAsync();
            await page.ArriveAsync(url => url.EndsWith("/Plan", StringComparison.Ordinal));
            await page.GetByLabel("What Customer is imported as").SelectOptionAsync("Contact Name");
            await page.GetByLabel("What Mail address is imported as").SelectOptionAsync("Email");
            await page.GetByLabel("What Firma is imported as").SelectOptionAsync("Company");
            await page.GetByLabel("What Straße is imported as").SelectOptionAsync("Ship To Address 1");
            await page.GetByLabel("What Ort is imported as").SelectOptionAsync("Ship To City");
            await page.GetByLabel("What PLZ is imported as").SelectOptionAsync("Ship To Postal Code");
            await page.GetByLabel("What Land is imported as").SelectOptionAsync("Ship To Country");
            await page.GetByLabel("What Geboren is imported as").SelectOptionAsync("Date Of Birth");
            await TakeAsync(page, folder, "import-plan" + suffix, isWhole: true);

            await page.Locator(".customers-buttons .btn-primary").ClickAsync();
            await ImportTests.OverAsync(page);
            await TakeAsync(page, folder, "import-trial" + suffix, isWhole: true);
            await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
            await page.WaitForTimeoutAsync(2_500);
            await TakeAsync(page, folder, "import-run" + suffix);
            await page.Locator("dialog[data-popup][open]").WaitForAsync(new() { Timeout = 300_000 });
            await TakeAsync(page, folder, "import-popup" + suffix);
            await page.Keyboard.PressAsync("Escape");
            await TakeAsync(page, folder, "import-result" + suffix, isWhole: true);

            await page.GetByRole(AriaRole.Link, new() { Name = "Undo the import" }).ClickAsync();
            await TakeAsync(page, folder, "import-undo" + suffix);
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
            await ImportTests.OverAsync(page);
            await TakeAsync(page, folder, "import-undone" + suffix);

            foreach (var (name, address) in new[] { ("imports", ""), ("import-columns", "/Columns") })
            {
                await page.GotoAsync("/Admin/Customers/Imports" + address);
                await TakeAsync(page, folder, name + suffix);
            }

            await page.GotoAsync("/Admin/Settings/customers-transfer");
            await TakeAsync(page, folder, "customers-transfer-settings" + suffix);
        }
    }

    internal static async Task TakeAsync(IPage page, string folder, string name, bool isWhole = false)
    {
        var size = page.ViewportSize!;

        if (isWhole)
        {
            // A window as long as the page: what sticks to its end is there then.
            await page.SetViewportSizeAsync(size.Width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        }

        // The mouse rests nowhere, so that no hint is in the picture; what fades in has done so.
        await page.Mouse.MoveAsync(0, 0);
        await page.WaitForTimeoutAsync(700);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}

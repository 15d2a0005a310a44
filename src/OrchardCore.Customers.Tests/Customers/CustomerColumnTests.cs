using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>Which columns the list has: each user's own choice, the merchant's fields among them.</summary>
public sealed class CustomerColumnTests : IAsyncLifetime
{
    private const string Columns = "/Admin/Customers/Columns";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, CustomFieldTests.Definition);
        using var admin = await SiteUser.AdminAsync(_site);
        var saved = await admin.SubmitAsync(
            "/Admin/Customers/Create",
            ("CustomerPart.ContactName", "Ada Lovelace"), ("CustomerPart.FirstName", "Ada"), ("Customer.Nickname.Text", "<script>=cmd"), ("Customer.Vip.Value", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    [Seed("V10", "E7", "E8")]
    public async Task ColumnsAreChosenOrderedAndHiddenByEachUserForHerself()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        using var other = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerService);

        var saved = await PostAsync(admin, ["field:Customer.Vip", "firstname", "field:Customer.Nickname", "email"], "field:Customer.Vip", "firstname", "field:Customer.Nickname");
        Assert.Equal((HttpStatusCode.Redirect, "/Admin/Customers?sort=created"), (saved.Status, saved.Location));

        var list = await admin.GetAsync("/Admin/Customers");
        Assert.Matches("Contact name\\s+Very important\\s+First name\\s+Nickname\\s+Actions", list.Text);
        Assert.Contains("&lt;script&gt;=cmd</bdi>", list.Html, StringComparison.Ordinal);
        Assert.Matches("data-label=\"Very important\">\\s*<bdi>Yes</bdi>", list.Html);

        Assert.Matches("Contact name\\s+Company\\s+E-mail\\s+Phone\\s+Status\\s+Created\\s+Actions", (await other.GetAsync("/Admin/Customers")).Text);

        await PostAsync(admin, [], [], ("Reset", "true"));
        Assert.Matches("Contact name\\s+Company\\s+E-mail\\s+Phone\\s+Status\\s+Created\\s+Actions", (await admin.GetAsync("/Admin/Customers")).Text);
    }

    [Fact]
    public async Task WhereCustomersLiveIsShownOfTheirDefaultAddress()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Zoe Resident"), ("Customer.Nickname.Text", "Zo"));
        var id = Regex.Match((await admin.GetAsync("/Admin/Customers?search=resident")).Html, "/Admin/Customers/(\\w{26})\\b").Groups[1].Value;
        await _site.AddAddressAsync(id, AddressSite.NewYork("a"));
        await _site.AddAddressAsync(id, AddressSite.Berlin("b"), AddressUses.Default);

        var list = await admin.GetAsync("/Admin/Customers?columns=city,country&search=resident");

        Assert.Matches("data-label=\"City\">\\s*<bdi>Berlin</bdi>", list.Html);
        Assert.Matches("data-label=\"Country\">\\s*<bdi>Germany</bdi>", list.Html);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/Admin/Customers?columns=city,country")).Status);
    }

    [Fact]
    public async Task WithoutJavaScriptAColumnMovesByAPage()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var page = await PostAsync(admin, ["email", "company", "phone"], ["company"], ("Move", "up:company"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["company", "email", "phone"], page.Fields.Where(field => field.Name == "Names").Take(3).Select(field => field.Value));
        Assert.Equal(["company"], page.Fields.Where(field => field.Name == "Shown").Select(field => field.Value));
    }

    [Fact]
    public async Task AtLeastOneIsChosen()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var refused = await PostAsync(admin, ["email"], []);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Choose at least one column.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AColumnOfAFieldThatIsGoneIsSkippedAndNamedWhereColumnsAreChosen()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        const string List = "columns=field:Customer.Gone,firstname";

        Assert.Matches("Contact name\\s+First name\\s+Actions", (await admin.GetAsync("/Admin/Customers?" + List)).Text);
        Assert.Contains("No longer there, and left out: field:Customer.Gone", (await admin.GetAsync($"{Columns}?list={Uri.EscapeDataString(List)}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [Seed("E2", "E3", "E4", "E6")]
    [InlineData("number", "Number")]
    [InlineData("firstname", "FirstName")]
    [InlineData("lastname", "LastName")]
    [InlineData("site", "PreferredSite")]
    public async Task WhatIsSortedByHasAColumnToClickOn(string column, string sort)
    {
        using var admin = await SiteUser.AdminAsync(_site);

        Assert.Contains($"sort={sort.ToLowerInvariant()}", (await admin.GetAsync("/Admin/Customers?columns=" + column)).Html, StringComparison.Ordinal);
    }

    private static Task<SitePage> PostAsync(SiteUser user, string[] names, params string[] shown) => PostAsync(user, names, shown, []);

    private static async Task<SitePage> PostAsync(SiteUser user, string[] names, string[] shown, params (string Name, string Value)[] more)
    {
        var page = await user.GetAsync($"{Columns}?list=sort%3Dcreated");
        var kept = page.Fields.Where(field => field.Name is "List" or "__RequestVerificationToken");

        return await user.PostAsync(Columns, [.. kept, .. names.Select(name => ("Names", name)), .. shown.Select(name => ("Shown", name)), .. more]);
    }
}

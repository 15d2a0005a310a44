using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Addresses;

public sealed class AddressAccessTests : IAsyncLifetime
{
    private const string Viewer = "Viewer";

    private const string Roles = $$"""
        { "name": "Roles", "Roles": [
          { "Name": "{{CustomersSite.Backstage}}", "Permissions": [ "AccessAdminPanel" ] },
          { "Name": "{{Viewer}}", "Permissions": [ "AccessAdminPanel", "ViewAllCustomers" ] } ] }
        """;

    private TestSite _site = null!;

    public static TheoryData<string> Pages =>
    [
        "/Admin/Customers/{id}/Addresses/Create",
        "/Admin/Customers/{id}/Addresses/a/Edit",
        "/Admin/Customers/{id}/Addresses/a/Delete",
        "/Admin/Customers/{id}/Addresses/a/Print",
    ];

    public static TheoryData<string> Changes =>
    [
        "/Admin/Customers/{id}/Addresses/Create",
        "/Admin/Customers/{id}/Addresses/a/Edit",
        "/Admin/Customers/{id}/Addresses/a/Delete",
        "/Admin/Customers/{id}/Addresses/a/Choose",
        "/Admin/Customers/Addresses/Fields",
    ];

    public async ValueTask InitializeAsync() => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, Roles);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory, MemberData(nameof(Pages))]
    public async Task EveryPageHasItsPermission(string page)
    {
        var path = page.Replace("{id}", await CustomerAsync(), StringComparison.Ordinal);
        using var visitor = SiteUser.Anonymous(_site);
        using var stranger = await SiteUser.WithRolesAsync(_site, CustomersSite.Backstage);
        using var viewer = await SiteUser.WithRolesAsync(_site, Viewer);
        using var service = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerService);

        Assert.StartsWith("/Login", (await visitor.GetAsync(path)).Location, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(path)).Status);
        Assert.Equal(page.EndsWith("Print", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await viewer.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(path)).Status);
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task EveryChangeHasItsPermissionAndItsToken(string page)
    {
        var id = await CustomerAsync();
        var path = page.Replace("{id}", id, StringComparison.Ordinal);
        using var viewer = await SiteUser.WithRolesAsync(_site, Viewer);
        using var service = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerService);

        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync(path, ("prefix", "Address"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.PostAsync(path, ("prefix", "Address"))).Status);
        Assert.Single((await _site.BookAsync(id)).Addresses);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task AnAddressOfAnotherCustomerIsNotThere(string page)
    {
        using var admin = await SiteUser.AdminAsync(_site);
        await CustomerAsync();
        var other = await _site.AddAsync("Without Addresses");
        var token = (await admin.GetAsync($"/Admin/Customers/{other}/Addresses/Create")).Fields.First(field => field.Name == "__RequestVerificationToken");
        var path = page.Replace("{id}", other, StringComparison.Ordinal);

        if (!page.EndsWith("Create", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(path)).Status);
            await admin.PostAsync(path, token, ("Address.Line1", "x"), ("use", "Billing"));
            Assert.Empty((await _site.BookAsync(other)).Addresses);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(page.Replace("{id}", "nobody", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"/Admin/Customers/{other}/Addresses/a/Choose", token, ("use", "Billing"))).Status);
    }

    [Fact]
    public async Task WhoViewsGetsNoButtonsToChange()
    {
        var id = await CustomerAsync();
        using var viewer = await SiteUser.WithRolesAsync(_site, Viewer);
        var page = await viewer.GetAsync($"/Admin/Customers/{id}?tab=addresses");

        Assert.Contains("10117 Berlin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Addresses/Create", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/Addresses/a/Edit", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/Addresses/a/Choose", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/Addresses/a/Delete", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SkippingTheCheckHasAPermissionOfItsOwn()
    {
        var id = await CustomerAsync();
        var path = $"/Admin/Customers/{id}/Addresses/Create";
        (string, string)[] odd = [("Address.Country", "DE"), ("Address.Line1", "c/o Lighthouse"), ("Address.Id", "odd"), ("Address.IsUnchecked", "true")];
        using var service = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerService);
        Assert.DoesNotContain("Skip validation", (await service.GetAsync(path)).Text, StringComparison.Ordinal);

        var refused = await service.SubmitAsync(path, odd);
        Assert.Contains("You may not save an address without checking it", refused.Text, StringComparison.Ordinal);

        using var manager = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerManager);
        Assert.Contains("Skip validation", (await manager.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(path, odd)).Status);
        Assert.Contains("Not checked", (await manager.GetAsync($"/Admin/Customers/{id}?tab=addresses")).Text, StringComparison.Ordinal);

        // Whoever changes it has it checked; whoever changes something else leaves it be.
        Assert.Contains("Postal code is required", (await service.SubmitAsync($"/Admin/Customers/{id}/Addresses/odd/Edit", ("Address.Line1", "c/o Other Lighthouse"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await service.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Keepers"))).Status);
        Assert.True((await _site.AddressAsync(id, "odd")).IsUnchecked);
    }

    private async Task<string> CustomerAsync()
    {
        var id = await _site.AddAsync("Private Person");
        await _site.AddAddressAsync(id, AddressSite.Berlin("a"));

        return id;
    }
}

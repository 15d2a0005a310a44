using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

public sealed class CustomerAccessTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    public static TheoryData<string> Pages =>
    [
        "/Admin/Customers",
        "/Admin/Customers/Create",
        "/Admin/Customers/{id}",
        "/Admin/Customers/{id}/Edit",
        "/Admin/Customers/{id}/Delete",
        "/Admin/Settings/customers",
    ];

    [Theory, MemberData(nameof(Pages))]
    [Seed("T2")]
    public async Task VisitorsAreAskedToLogIn(string page)
    {
        using var visitor = SiteUser.Anonymous(Site);
        var answer = await visitor.GetAsync(await PathAsync(page));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/Login", answer.Location, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Pages))]
    [Seed("T2")]
    public async Task WhoMayOnlyEnterTheAdminGets403(string page)
    {
        using var stranger = await SiteUser.WithRolesAsync(Site, CustomersSite.Backstage);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/Admin")).Status);

        AssertForbidden(await stranger.GetAsync(await PathAsync(page)));
    }

    [Fact]
    [Seed("T2", "S10", "T4")]
    public async Task TheMenuShowsWhatOneMayOpen()
    {
        using var stranger = await SiteUser.WithRolesAsync(Site, CustomersSite.Backstage);
        Assert.DoesNotContain("/Admin/Customers", (await stranger.GetAsync("/Admin")).Html, StringComparison.Ordinal);

        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        var menu = (await service.GetAsync("/Admin")).Html;
        Assert.Contains("href=\"/Admin/Customers\"", menu, StringComparison.Ordinal);
        Assert.DoesNotContain("/Admin/Settings/customers", menu, StringComparison.Ordinal);

        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        Assert.Contains("href=\"/Admin/Settings/customers\"", (await manager.GetAsync("/Admin")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("T2")]
    public async Task CustomerServiceViewsAndEditsButDoesNotDelete()
    {
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        var id = await Site.AddAsync("Served Person");

        foreach (var path in new[] { "/Admin/Customers", "/Admin/Customers/Create", $"/Admin/Customers/{id}", $"/Admin/Customers/{id}/Edit" })
        {
            var page = await service.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("/Delete", page.Html, StringComparison.Ordinal);
        }

        var form = await service.GetAsync($"/Admin/Customers/{id}/Edit");
        var token = form.Fields.First(field => field.Name == "__RequestVerificationToken");
        AssertForbidden(await service.GetAsync($"/Admin/Customers/{id}/Delete"));
        AssertForbidden(await service.PostAsync($"/Admin/Customers/{id}/Delete", token));
        Assert.NotNull(await Site.ReadAsync(id));
    }

    [Fact]
    public async Task AFormWithoutItsTokenIsRefused()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Untouched Person");

        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.ContactName", "Forged"), ("CustomerPart.Revision", "1"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync($"/Admin/Customers/{id}/Delete")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Forged"))).Status);
        Assert.Equal("Untouched Person", (await Site.ReadAsync(id))!.ContactName);
    }

    [Theory]
    [InlineData("4abcdefghjkmnpqrstvwxyz012")]
    [InlineData("0")]
    [InlineData("..%2F..%2Fx1")]
    public async Task AnIdThatDoesNotExistIs404(string id)
    {
        using var admin = await SiteUser.AdminAsync(Site);

        foreach (var path in new[] { $"/Admin/Customers/{id}", $"/Admin/Customers/{id}/Edit", $"/Admin/Customers/{id}/Delete" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(path)).Status);
        }
    }

    /// <summary>Our pages answer with 403; Orchard's own, the settings among them, lead to its page for it.</summary>
    private static void AssertForbidden(SitePage page)
    {
        if (!page.Location.StartsWith("/Error/403", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        }

        Assert.DoesNotContain("Private Person", page.Html, StringComparison.Ordinal);
    }

    private async Task<string> PathAsync(string page) => page.Replace("{id}", await Site.AddAsync("Private Person"), StringComparison.Ordinal);
}

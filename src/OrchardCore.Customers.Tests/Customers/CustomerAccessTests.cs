using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
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

    [Fact]
    [Seed("T2")]
    public async Task TheManagerOfCustomersOpensAndSavesTheirSettingsAndNoOthers()
    {
        const string Ours = "/Admin/Settings/customers";
        const string Others = "/Admin/Settings/general";
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);

        var saved = await manager.SubmitAsync(Ours, ("ISite.CustomerSettings.NumberPattern", "M-{n:4}"));
        Assert.Equal((HttpStatusCode.Redirect, Ours), (saved.Status, saved.Location));
        Assert.Contains(("ISite.CustomerSettings.NumberPattern", "M-{n:4}"), (await manager.GetAsync(Ours)).Fields);

        var token = (await manager.GetAsync(Ours)).Fields.First(field => field.Name == "__RequestVerificationToken");
        AssertForbidden(await manager.GetAsync(Others));
        AssertForbidden(await manager.PostAsync(Others, token, ("ISite.SiteName", "Taken over")));
    }

    [Fact]
    public async Task AnIdOfLettersAloneIsOpenedToo()
    {
        const string Id = "importedfromelsewhere";
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.NewAsync();
            customer.ContentItemId = Id;
            customer.Alter<CustomerPart>(part => part.ContactName = "Imported Letters");
            Assert.True((await manager.CreateAsync(customer)).Succeeded);
        });

        Assert.Contains($"/Admin/Customers/{Id}?", (await admin.GetAsync("/Admin/Customers?search=imported+letters")).Html, StringComparison.Ordinal);
        Assert.Contains("Imported Letters", (await admin.GetAsync($"/Admin/Customers/{Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Imported Letters", (await admin.GetAsync($"/Admin/Customers/{Id}/Edit")).Html, StringComparison.Ordinal);
        Assert.Contains("New Customer", (await admin.GetAsync("/Admin/Customers/Create")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4abcdefghjkmnpqrstvwxyz012")]
    [InlineData("0")]
    [InlineData("nobody")]
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

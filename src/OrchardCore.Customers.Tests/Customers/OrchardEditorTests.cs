using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>The same rules hold in Orchard's own content editor. The platform has none; there these tests are skipped.</summary>
public sealed class OrchardEditorTests(SqliteSite fixture) : IClassFixture<SqliteSite>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ItSavesACustomer()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Edited By Orchard");

        var saved = await SubmitAsync(admin, id, ("CustomerPart.ContactName", " Saved By Orchard "));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var part = await Site.ReadAsync(id);
        Assert.Equal(("Saved By Orchard", 2), (part!.ContactName, part.Revision));
    }

    [Fact]
    public async Task ItRefusesWhatARuleRefuses()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        await Site.AddAsync(part => (part.ContactName, part.Email) = ("Holder", "held@example.com"));
        var id = await Site.AddAsync("Rule Breaker");

        var refused = await SubmitAsync(admin, id, ("CustomerPart.Email", "HELD@example.com"));

        Assert.Contains("already has this e-mail address", refused.Text, StringComparison.Ordinal);
        Assert.Null((await Site.ReadAsync(id))!.Email);
    }

    [Fact]
    public async Task ItDoesNotOverwriteANewerVersion()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Two Ways");
        var opened = await OpenAsync(admin, id);
        await Site.UpdateAsync(id, part => part.Company = "Theirs");

        var refused = await admin.PostAsync(Path(id), [.. opened.Fields, ("submit.Publish", "submit.Publish")]);

        Assert.Contains("Somebody else saved this customer", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await Site.ReadAsync(id))!.Company);
    }

    private static string Path(string id) => $"/Admin/Contents/ContentItems/{id}/Edit";

    private static async Task<SitePage> OpenAsync(SiteUser user, string id)
    {
        var page = await user.GetAsync(Path(id));
        Assert.SkipWhen(page.Status == HttpStatusCode.NotFound, "This host has no content editor of its own.");

        return page;
    }

    private static async Task<SitePage> SubmitAsync(SiteUser user, string id, params (string Name, string Value)[] changes)
    {
        var page = await OpenAsync(user, id);

        return await user.PostAsync(Path(id), [.. page.Fields.Where(field => changes.All(change => change.Name != field.Name)), .. changes, ("submit.Publish", "submit.Publish")]);
    }
}

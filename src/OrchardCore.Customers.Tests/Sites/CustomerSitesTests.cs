using System.Net;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>Where the feature is enabled, customers shop at its sites.</summary>
[Seed("E10", "E24")]
public abstract class CustomerSitesTests(SitesSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheFormOffersActiveSitesForBothChoices()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var form = await admin.GetAsync("/Admin/Customers/Create");

        Assert.Matches("(?s)name=\"CustomerPart.PreferredSite\".*?<option value=\"DE\"[^>]*>Germany<.*?<option value=\"UK\"[^>]*>United &lt;Kingdom&gt;<.*?</select>", form.Html);
        Assert.Matches("name=\"CustomerPart.Sites\" value=\"DE\"", form.Html);
        Assert.DoesNotContain("value=\"OLD\"", form.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no site “nowhere”.")]
    [InlineData("OLD", "The site “Closed” is not active. Choose another one.")]
    public async Task ASiteThatIsNotThereOrNotActiveIsRefusedHoweverTheCustomerIsSaved(string code, string error)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var refused = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Refused"), ("CustomerPart.PreferredSite", code));
        Assert.Matches($"id=\"CustomerPart_PreferredSite-error\"[^>]*>[^<]*{error}", WebUtility.HtmlDecode(refused.Html));

        var (result, _) = await Site.CreateAsync(part => (part.ContactName, part.Sites) = ("Refused too", [code]));
        Assert.StartsWith("CustomerPart.Sites: " + error, result.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoHasASiteKeepsItWhenItIsSwitchedOff()
    {
        var code = await Site.AddSiteAsync(site => site.Name = "Soon over");
        var id = await Site.AddAsync(part => (part.ContactName, part.PreferredSite, part.Sites) = ("Keeper", code.ToLowerInvariant(), ["de"]));
        await Site.SitesAsync(manager => manager.SetActiveAsync(code, isActive: false));
        using var admin = await SiteUser.AdminAsync(Site);

        Assert.Matches($"<option value=\"{code}\" selected=\"selected\">Soon over<", (await admin.GetAsync($"/Admin/Customers/{id}/Edit")).Html);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync($"/Admin/Customers/{id}/Edit", ("CustomerPart.Company", "Changed"))).Status);

        var part = await Site.ReadAsync(id);
        Assert.Equal(("Changed", code), (part!.Company, part.PreferredSite));
        Assert.Equal(["DE"], part.Sites);
        Assert.Contains("Soon over", (await admin.GetAsync($"/Admin/Customers/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheListIsNarrowedToASite()
    {
        var mark = "narrow" + Guid.NewGuid().ToString("N")[..8];
        await Site.AddAsync(part => (part.ContactName, part.PreferredSite) = (mark + " first", "UK"));
        await Site.AddAsync(part => (part.ContactName, part.PreferredSite) = (mark + " second", "DE"));
        using var admin = await SiteUser.AdminAsync(Site);
        var list = await admin.GetAsync($"/Admin/Customers?search={mark}&site=UK");

        Assert.Contains(mark + " first", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mark + " second", list.Text, StringComparison.Ordinal);
        Assert.Contains("United <Kingdom>", list.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"OLD\"", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePreferredSiteOfManyIsSetAndTheFormerOneStaysAmongTheirSites()
    {
        var mark = "bulk" + Guid.NewGuid().ToString("N")[..8];
        var ids = await Site.AddManyAsync(3, (part, index) => (part.ContactName, part.PreferredSite) = ($"{mark} {index}", index == 0 ? null : "DE"));
        using var admin = await SiteUser.AdminAsync(Site);
        var asked = await admin.AskAsync("site", BulkSiteExtensions.Ids(ids));
        Assert.Contains("<option value=\"UK\"", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"OLD\"", asked.Html, StringComparison.Ordinal);
        await admin.SayYesAsync(asked, "UK");

        var parts = await Task.WhenAll(ids.Select(id => Site.ReadAsync(id)));
        Assert.All(parts, part => Assert.Equal("UK", part!.PreferredSite));
        Assert.Equal(["", "DE", "DE"], parts.Select(part => string.Join(',', part!.Sites)));
    }

    [Fact]
    public async Task TheCustomerSettingsNameNoSitesAnyMore()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var settings = await admin.GetAsync("/Admin/Settings/customers");

        Assert.DoesNotContain("CustomerSettings.Sites", settings.Html, StringComparison.Ordinal);
        Assert.Contains("CustomerSettings.Genders", settings.Html, StringComparison.Ordinal);
    }
}

public sealed class SqliteCustomerSitesTests(SqliteSites site) : CustomerSitesTests(site), IClassFixture<SqliteSites>;

public sealed class PostgresCustomerSitesTests(PostgresSites site) : CustomerSitesTests(site), IClassFixture<PostgresSites>;

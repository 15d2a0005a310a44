using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Groups;

public sealed class CustomerGroupPageTests : IAsyncLifetime
{
    private const string ListPath = "/Admin/Customers/Groups";
    private const string CreatePath = ListPath + "/Create";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, CustomersSite.Roles);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task AGroupIsMadeGivenToACustomerShownAndDeleted()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var id = await MakeAsync(admin, "vip", "VIP <b>");

        var form = await admin.GetAsync("/Admin/Customers/Create");
        Assert.Contains("VIP <b>", form.Text, StringComparison.Ordinal);
        var saved = await admin.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Grouped Person"), ("CustomerPart.Groups", id));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var list = await admin.GetAsync("/Admin/Customers?group=vip");
        Assert.Contains("Grouped Person", list.Text, StringComparison.Ordinal);
        Assert.Contains("VIP <b>", list.Text, StringComparison.Ordinal);
        Assert.Matches("href=\"/Admin/Customers\\?group=vip\">1<", (await admin.GetAsync(ListPath)).Html);

        Assert.Contains("Delete the group VIP <b>?", (await admin.GetAsync($"{ListPath}/{id}/Delete")).Text, StringComparison.Ordinal);
        await admin.SubmitAsync($"{ListPath}/{id}/Delete");
        Assert.DoesNotContain("vip", (await admin.GetAsync(ListPath)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("VIP", (await admin.GetAsync("/Admin/Customers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadInputIsSaidBesideTheFieldAndKept()
    {
        using var admin = await SiteUser.AdminAsync(_site);

        var refused = await admin.SubmitAsync(CreatePath, ("Code", "a b"), ("Name", "Typed <Name>"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Matches("id=\"Code-error\"[^>]*>[^<]*A code has 1 to 66", refused.Html);
        Assert.Contains(("Name", "Typed <Name>"), refused.Fields);
    }

    [Fact]
    public async Task TheSecondOfTwoEditorsIsAsked()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var path = $"{ListPath}/{await MakeAsync(admin, "both", "Before")}/Edit";
        var mine = await admin.GetAsync(path);
        await admin.SubmitAsync(path, ("Name", "Theirs"));

        var refused = await admin.PostAsync(path, [.. mine.Fields.Where(field => field.Name != "Name"), ("Name", "Mine")]);
        Assert.Contains("Somebody else saved this group after you opened the form: both, Theirs.", refused.Text, StringComparison.Ordinal);
        Assert.Contains(("Name", "Mine"), refused.Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. refused.Fields])).Status);
        Assert.Contains("Mine", (await admin.GetAsync(ListPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("E13")]
    public async Task ABusinessUserNeedsAGroupWhereTheSiteSaysSo()
    {
        using var admin = await SiteUser.AdminAsync(_site);
        (string, string)[] business = [("CustomerPart.ContactName", "Business Person"), ("CustomerPart.IsBusiness", "true")];
        await _site.ChangeSettingsAsync(("BusinessNeedsGroup", "true"));

        var without = await admin.SubmitAsync("/Admin/Customers/Create", business);
        Assert.Contains("A business user needs a group, and there is none yet.", without.Text, StringComparison.Ordinal);

        var id = await MakeAsync(admin, "b2b", "Business");
        Assert.Contains("A business user needs a group. Choose one.", (await admin.SubmitAsync("/Admin/Customers/Create", business)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync("/Admin/Customers/Create", [.. business, ("CustomerPart.Groups", id)])).Status);
    }

    [Theory]
    [InlineData(ListPath)]
    [InlineData(CreatePath)]
    [InlineData(ListPath + "/{id}/Edit")]
    [InlineData(ListPath + "/{id}/Delete")]
    [Seed("T2")]
    public async Task WhoMayNotManageGroupsGets403(string page)
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var path = page.Replace("{id}", await MakeAsync(admin, "secret", "Secret"), StringComparison.Ordinal);

        using var service = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerService);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.GetAsync(path)).Status);
        Assert.DoesNotContain(ListPath, (await service.GetAsync("/Admin")).Html, StringComparison.Ordinal);

        using var visitor = SiteUser.Anonymous(_site);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(path)).Status);

        using var manager = await SiteUser.WithRolesAsync(_site, CustomersConstants.Roles.CustomerManager);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/Contents/ContentItems/{id}")]
    [InlineData("/Admin/Contents/ContentItems/{id}/Edit")]
    [InlineData("/api/content/{id}")]
    public async Task OrchardShowsNobodyAGroupWhoMayNotSeeIt(string page)
    {
        using var admin = await SiteUser.AdminAsync(_site);
        var path = page.Replace("{id}", await MakeAsync(admin, "private", "Private Group"), StringComparison.Ordinal);

        using var visitor = SiteUser.Anonymous(_site);
        var answer = await visitor.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("Private Group", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(SiteUser admin, string code, string name)
    {
        var saved = await admin.SubmitAsync(CreatePath, ("Code", code), ("Name", name));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        return Regex.Match((await admin.GetAsync(ListPath)).Html, $"{ListPath}/([a-z0-9]+)/Edit\"[^>]*><bdi>{Regex.Escape(WebUtility.HtmlEncode(name))}<").Groups[1].Value;
    }
}

using System.Net;
using System.Text.RegularExpressions;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>The pages of sites, without a browser.</summary>
[Seed("E27")]
public sealed class StoreSitePageTests(SqliteSites fixture) : IClassFixture<SqliteSites>
{
    private const string List = "/Admin/Customers/Sites";

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheListShowsEverySiteAndNothingOfItIsRunAsScript()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var list = await admin.GetAsync(List);

        Assert.Contains("United <Kingdom>", list.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://de.example.com\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("No address yet", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<Kingdom>", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", list.Html, StringComparison.Ordinal);
        Assert.Contains(List, (await admin.GetAsync("/Admin")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASiteIsMadeByItsForm()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var saved = await admin.SubmitAsync(List + "/Create",
            ("Name", "متجر"), ("Code", "AE"), ("StorefrontUrl", "https://ae.example.com/"), ("Currencies", "aed; USD"), ("Languages", "ar en"),
            ("AssistedBuying.IsEnabled", "true"), ("AssistedBuying.EntryPath", "/assist"), ("AssistedBuying.SessionMinutes", "45"), ("AssistedBuying.AllowedOrigins", "https://a.example.com\r\nhttps://b.example.com"));

        Assert.Equal((HttpStatusCode.Redirect, List), (saved.Status, saved.Location));
        Assert.Contains("The site متجر was created.", (await admin.GetAsync(List)).Text, StringComparison.Ordinal);

        var site = await Site.SitesAsync(manager => manager.FindAsync("AE"));
        Assert.Equal(("https://ae.example.com", true, 1), (site!.StorefrontUrl, site.IsActive, site.Revision));
        Assert.Equal(["AED", "USD"], site.Currencies);
        Assert.Equal(["ar", "en"], site.Languages);
        Assert.Equal((true, "/assist", 45, true), (site.AssistedBuying.IsEnabled, site.AssistedBuying.EntryPath, site.AssistedBuying.SessionMinutes, site.AssistedBuying.MailsCustomer));
        Assert.Equal([AssistMode.LookOnly, AssistMode.Cart, AssistMode.Full], site.AssistedBuying.Modes);
        Assert.Equal(["https://a.example.com", "https://b.example.com"], site.AssistedBuying.AllowedOrigins);
    }

    [Fact]
    public async Task WhatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var refused = await admin.SubmitAsync(List + "/Create",
            ("Name", ""), ("Code", "de"), ("StorefrontUrl", "http://shop.example.com"), ("Currencies", "EURO"), ("Languages", "english!"),
            ("AssistedBuying.EntryPath", "assist"), ("AssistedBuying.SessionMinutes", "soon"), ("AssistedBuying.AllowedOrigins", "checkout"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);

        foreach (var (field, error) in new[]
        {
            ("Name", "Enter a name."), ("Code", "has this code already"), ("StorefrontUrl", "This is no address of a storefront."), ("Currencies", "“EURO” is no currency."),
            ("Languages", "“english!” is no language."), ("AssistedBuying_EntryPath", "A path begins with /"), ("AssistedBuying_SessionMinutes", "A number of minutes from 5 to 60."),
            ("AssistedBuying_AllowedOrigins", "“checkout” is no origin."),
        })
        {
            Assert.Matches($"id=\"{field}-error\"[^>]*>[^<]*{Regex.Escape(error)}", WebUtility.HtmlDecode(refused.Html));
            Assert.Contains($"href=\"#{field}\"", refused.Html, StringComparison.Ordinal);
        }

        Assert.Contains(("Currencies", "EURO"), refused.Fields);
        Assert.Contains(("AssistedBuying.SessionMinutes", "soon"), refused.Fields);
        Assert.Contains("checkout</textarea>", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCodeStaysWhateverIsPosted()
    {
        var code = await Site.AddSiteAsync();
        using var admin = await SiteUser.AdminAsync(Site);
        var saved = await admin.SubmitAsync($"{List}/{code}/Edit", ("Code", "OTHER"), ("Name", "Renamed"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("Renamed", (await Site.SitesAsync(manager => manager.FindAsync(code)))!.Name);
        Assert.Null(await Site.SitesAsync(manager => manager.FindAsync("OTHER")));
    }

    [Fact]
    public async Task WhoEditsASiteThatSomebodyElseSavedSeesBothAndDecides()
    {
        var code = await Site.AddSiteAsync();
        using var admin = await SiteUser.AdminAsync(Site);
        var opened = (await admin.GetAsync($"{List}/{code}/Edit")).Fields.ToArray();
        await admin.SubmitAsync($"{List}/{code}/Edit", ("Name", "Theirs"), ("AssistedBuying.IsEnabled", "true"));
        var conflict = await admin.PostAsync($"{List}/{code}/Edit", [.. opened.Where(field => field.Name != "Name"), ("Name", "Yours")]);

        Assert.Equal(HttpStatusCode.OK, conflict.Status);
        Assert.Contains("Somebody else saved this site after you had opened it.", conflict.Text, StringComparison.Ordinal);
        Assert.Matches("Theirs.*Yours", conflict.Text.ReplaceLineEndings(" "));
        Assert.Contains(("Name", "Yours"), conflict.Fields);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"{List}/{code}/Edit", [.. conflict.Fields])).Status);
        Assert.Equal("Yours", (await Site.SitesAsync(manager => manager.FindAsync(code)))!.Name);
    }

    [Fact]
    public async Task ASiteIsSwitchedOffAndOnAndDeleted()
    {
        var code = await Site.AddSiteAsync(site => site.Name = "Switched");
        using var admin = await SiteUser.AdminAsync(Site);
        var token = (await admin.GetAsync($"{List}/{code}/Delete")).Fields.Single();

        await admin.PostAsync($"{List}/{code}/Active", token, ("isActive", "false"));
        Assert.Contains("The site Switched is not offered any more.", (await admin.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.False((await Site.SitesAsync(manager => manager.FindAsync(code)))!.IsActive);
        await admin.PostAsync($"{List}/{code}/Active", token, ("isActive", "true"));
        Assert.True((await Site.SitesAsync(manager => manager.FindAsync(code)))!.IsActive);

        Assert.Contains("Delete the site Switched? This cannot be undone.", (await admin.GetAsync($"{List}/{code}/Delete")).Text, StringComparison.Ordinal);
        await admin.PostAsync($"{List}/{code}/Delete", token);
        Assert.Contains("The site Switched was deleted.", (await admin.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.Null(await Site.SitesAsync(manager => manager.FindAsync(code)));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{code}/Edit")).Status);
    }

    [Fact]
    public async Task WhyASiteIsNotDeletedIsSaid()
    {
        var code = await Site.AddSiteAsync();
        await Site.AddAsync(part => (part.ContactName, part.PreferredSite) = ("Keeps its site", code));
        using var admin = await SiteUser.AdminAsync(Site);

        var asked = await admin.GetAsync($"{List}/{code}/Delete");
        Assert.Contains($"A customer shops at the site {code}, so it can't be deleted. Switch it off instead.", asked.Text, StringComparison.Ordinal);

        var token = (await admin.GetAsync(List + "/Create")).Fields.Single(field => field.Name.StartsWith("__", StringComparison.Ordinal));
        await admin.PostAsync($"{List}/{code}/Delete", token);
        Assert.Contains("Switch it off instead.", (await admin.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.NotNull(await Site.SitesAsync(manager => manager.FindAsync(code)));

        await admin.PostAsync($"{List}/{code}/Active", [.. asked.Fields.Where(field => field.Name.StartsWith("__", StringComparison.Ordinal)), ("isActive", "false")]);
        Assert.DoesNotContain("Switch off", (await admin.GetAsync($"{List}/{code}/Delete")).Text, StringComparison.Ordinal);
    }

    /// <summary>Whatever a code is, its page is its own.</summary>
    [Theory]
    [InlineData("Create")]
    [InlineData("Users")]
    [InlineData("Edit")]
    public async Task ASiteMayHaveTheNameOfAPage(string code)
    {
        await Site.AddSiteAsync(site => (site.Code, site.Name) = (code, "Odd " + code));
        using var admin = await SiteUser.AdminAsync(Site);

        Assert.Contains(("Name", "Odd " + code), (await admin.GetAsync($"{List}/{code}/Edit")).Fields);
        Assert.Contains($"Delete the site Odd {code}?", (await admin.GetAsync($"{List}/{code}/Delete")).Text, StringComparison.Ordinal);
        Assert.Contains("Limited users", (await admin.GetAsync(List + "/Users")).Text, StringComparison.Ordinal);
        Assert.Contains("New Site", (await admin.GetAsync(List + "/Create")).Text, StringComparison.Ordinal);
    }
}

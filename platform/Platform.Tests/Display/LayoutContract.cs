using Xunit;

namespace Platform.Tests.Display;

/// <summary>What a page gives to the layout around it: zones, the title, scripts, styles and notifications.</summary>
[Collection(NotesSite.Collection)]
public sealed class LayoutContract(NotesSite site)
{
    private const string Folder = "/Platform.Tests.Module/";

    [Fact]
    public async Task AZoneIsShownWhereTheLayoutHasIt()
    {
        var page = await ReadAsync("/Admin/Pages/Zones");

        Assert.True(page.IndexOf("<h1>First") < page.IndexOf("<p>More content.</p>"));
        Assert.True(page.IndexOf("<p>More content.</p>") < page.IndexOf("<p>The body with"));
        Assert.True(page.IndexOf("<p>The body with") < page.IndexOf("<p>At the foot.</p>"));
    }

    [Fact]
    public async Task AZoneThatTheLayoutDoesNotHaveIsNotShown()
    {
        var page = await ReadAsync("/Admin/Pages/Zones");

        Assert.False(page.Contains("Nobody shows this zone."));
        Assert.False(page.Contains("<zone"));
    }

    [Fact]
    public async Task RenderingASegmentGivesTheTitleSoFarAndTheLayoutPutsTheNameOfTheSiteBeforeIt()
    {
        var page = await ReadAsync("/Admin/Pages/Zones");

        Assert.True(page.Contains("<h1>First &lt;b&gt;</h1>"));
        Assert.True(page.Contains("<p>The body with First &lt;b&gt; - Second <b> in it.</p>"));
        Assert.StartsWith("Test - ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageWithoutATitleHasTheNameOfTheSite()
    {
        var page = await ReadAsync("/Admin/Pages/Resources");

        Assert.Equal("Test", page.Title);
    }

    [Theory]
    [InlineData("head.css", true)]
    [InlineData("plain.css", true)]
    [InlineData("head.js", true)]
    [InlineData("foot.js", false)]
    [InlineData("foot-2.js", false)]
    [InlineData("here.js", false)]
    [InlineData("ordinary.js", false)]
    public async Task StylesAndScriptsAreInTheHeadOrInTheBodyOnce(string file, bool isInHead)
    {
        var page = await ReadAsync("/Admin/Pages/Resources");

        Assert.Equal(1, page.Count(Folder + file));
        Assert.Equal(isInHead, page.IndexOf(Folder + file) < page.EndOfHead);
    }

    [Fact]
    public async Task AScriptWithoutAPlaceStaysWhereItIsAndThoseAtTheFootFollowTheContentInTheirOrder()
    {
        var page = await ReadAsync("/Admin/Pages/Resources");

        Assert.True(page.IndexOf("<p>Before.</p>") < page.IndexOf(Folder + "here.js"));
        Assert.True(page.IndexOf(Folder + "here.js") < page.IndexOf("<p>After.</p>"));
        Assert.True(page.IndexOf("<p>After.</p>") < page.IndexOf(Folder + "foot.js"));
        Assert.True(page.IndexOf(Folder + "foot.js") < page.IndexOf(Folder + "foot-2.js"));
    }

    [Fact]
    public async Task TheStylesOfAPagePrecedeThoseOfTheLayout()
    {
        var page = await ReadAsync("/Admin/Pages/Resources");

        Assert.True(page.IndexOf(Folder + "head.css") < page.IndexOf("bootstrap.min.css"));
    }

    [Fact]
    public async Task FilesHaveAVersionWhetherOneAsksForItOrNot()
    {
        var page = await ReadAsync("/Admin/Pages/Resources");

        Assert.True(page.Contains(Folder + "foot.js?v="));
        Assert.True(page.Contains(Folder + "foot-2.js?v="));
        Assert.True(page.Contains(Folder + "plain.css?v="));
        Assert.True(page.Contains("\"" + Folder + "ordinary.js\""));
    }

    [Fact]
    public async Task OtherAttributesOfAScriptAreKept()
    {
        var page = await ReadAsync("/Admin/Pages/Resources");

        Assert.True(page.Contains("data-own=\"x\""));
        Assert.True(page.Contains("defer=\"\""));
    }

    [Theory]
    [InlineData("foot.js", "text/javascript")]
    [InlineData("head.css", "text/css")]
    public async Task TheFilesOfAModuleAreServedUnderItsName(string file, string type)
    {
        using var browser = site.Open();
        using var response = await browser.GetAsync(Folder + file);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType.MediaType);
    }

    [Fact]
    public async Task ANotificationSurvivesARedirectAndIsShownOnce()
    {
        using var browser = await site.LogInAsync();
        Assert.Equal("/Admin/Pages/Zones", await browser.RedirectAsync("/Admin/Pages/Notifications"));

        var page = await browser.ReadAsync("/Admin/Pages/Zones");
        var next = await browser.ReadAsync("/Admin/Pages/Zones");

        Assert.Equal(1, page.Count("message-success"));
        Assert.Equal(1, page.Count("message-error"));
        Assert.False(next.Contains("message-success"));
    }

    [Fact]
    public async Task ANotificationIsShownByThePageThatMadeIt()
    {
        using var browser = await site.LogInAsync();
        var page = await browser.ReadAsync("/Admin/Pages/Notifications?here=true");
        var next = await browser.ReadAsync("/Admin/Pages/Zones");

        Assert.Equal(1, page.Count("message-success"));
        Assert.False(next.Contains("message-success"));
    }

    [Fact]
    public async Task ANotificationWaitsForTheNextPageOfItsUser()
    {
        using var browser = await site.LogInAsync();
        using var other = await site.LogInAsync();
        await browser.RedirectAsync("/Admin/Pages/Notifications");

        Assert.False((await other.ReadAsync("/Admin/Pages/Zones")).Contains("message-success"));
        await browser.GetAsync("/Admin/Platform.Tests.Module/Admin/Hello");
        Assert.True((await browser.ReadAsync("/Admin/Pages/Zones")).Contains("message-success"));
    }

    [Fact]
    public async Task TheTextOfANotificationIsHtmlAndItsArgumentsAreEncoded()
    {
        var page = await ReadAsync("/Admin/Pages/Notifications?here=true");

        Assert.True(page.Contains("Saved <em>&lt;script&gt;alert(1)&lt;/script&gt;</em>."));
        Assert.True(page.Contains("Broken: a &amp; b"));
        Assert.True(page.IndexOf("Saved <em>") < page.IndexOf("Broken: a"));
    }

    [Fact]
    public async Task APageOutsideTheAdminHasTheLayoutOfTheSite()
    {
        using var browser = site.Open();
        var page = await browser.ReadAsync("/pages/public");

        Assert.True(page.Contains("<p>Everybody may read this.</p>"));
        Assert.False(page.Contains("id=\"zones\""));
    }

    [Fact]
    public async Task WhatAFilterShowsBeforeTheActionHasNoLayout()
    {
        using var browser = site.Open();

        Assert.True((await browser.ReadAsync("/pages/public")).Contains("</body>"));
        Assert.False((await browser.ReadAsync("/pages/instead")).Contains("</body>"));
    }

    private async Task<Page> ReadAsync(string address)
    {
        using var browser = await site.LogInAsync();

        return await browser.ReadAsync(address);
    }
}

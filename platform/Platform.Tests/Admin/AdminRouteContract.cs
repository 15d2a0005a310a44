using System.Net;
using Platform.Tests.Display;
using Xunit;

namespace Platform.Tests.Admin;

/// <summary>Where the actions of the admin answer, and to whom.</summary>
[Collection(NotesSite.Collection)]
public sealed class AdminRouteContract(NotesSite site)
{
    [Theory]
    [InlineData("/Admin")]
    [InlineData("/Admin/Pages/Zones")]
    [InlineData("/Admin/Notes/Create/Note?text=a")]
    [InlineData("/Admin/Settings/notes")]
    [InlineData("/Admin/Platform.Tests.Module/Pages/Plain/7")]
    [InlineData("/Admin/Platform.Tests.Module/Admin/Hello/x")]
    public async Task WhoIsNotLoggedInIsAskedToAndWhoMayNotEnterTheAdminIsToldSo(string address)
    {
        using var nobody = site.Open();
        using var guest = await site.LogInAsync(NotesSite.Guest);

        Assert.Equal("/Login?ReturnUrl=" + WebUtility.UrlEncode(address), await nobody.RedirectAsync(address));
        Assert.Equal("/Error/403?ReturnUrl=" + WebUtility.UrlEncode(address), await guest.RedirectAsync(address));
    }

    [Fact]
    public async Task AnActionAnswersAtItsTemplate()
    {
        using var browser = await site.LogInAsync(NotesSite.Reader);

        Assert.True((await browser.ReadAsync("/Admin/Pages/Zones")).Contains("More content"));
        Assert.True((await browser.ReadAsync("/admin/pages/ZONES")).Contains("More content"));
    }

    [Theory]
    [InlineData("/Pages/Zones")]
    [InlineData("/Platform.Tests.Module/Pages/Zones")]
    [InlineData("/Admin/Platform.Tests.Module/Pages/Zones")]
    [InlineData("/Admin/Pages/Plain")]
    [InlineData("/Platform.Tests.Module/Admin/Hello/x")]
    [InlineData("/Admin/Nothing/Here")]
    [InlineData("/Admin/Pages/Status/none")]
    public async Task AnActionAnswersNowhereElse(string address)
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/Admin/Platform.Tests.Module/Pages/Plain/7", "Plain 7")]
    [InlineData("/Admin/Platform.Tests.Module/Pages/Plain", "Plain")]
    [InlineData("/Admin/Platform.Tests.Module/Admin/Hello/x", "Hello x")]
    public async Task WithoutATemplateTheAddressIsMadeOfModuleControllerAndAction(string address, string text)
    {
        using var browser = await site.LogInAsync();

        Assert.True((await browser.ReadAsync(address)).Contains(text));
    }

    [Theory]
    [InlineData("/Admin/Pages/Status/403", "/Error/403?ReturnUrl=%2FAdmin%2FPages%2FStatus%2F403")]
    [InlineData("/Admin/Pages/Status/401", "/Login?ReturnUrl=%2FAdmin%2FPages%2FStatus%2F401")]
    public async Task AnActionThatRefusesLeadsElsewhere(string address, string location)
    {
        using var browser = await site.LogInAsync();

        Assert.Equal(location, await browser.RedirectAsync(address));
    }

    [Theory]
    [InlineData("/Admin/Pages/Status/404", HttpStatusCode.NotFound, "The page could not be found.")]
    [InlineData("/nothing/here", HttpStatusCode.NotFound, "The page could not be found.")]
    [InlineData("/Error/403", HttpStatusCode.OK, "You do not have access to this resource.")]
    public async Task ErrorsHaveAPageThatSaysWhatIsWrong(string address, HttpStatusCode status, string text)
    {
        using var browser = await site.LogInAsync();
        using var response = await browser.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAdminBeginsWithADashboard()
    {
        using var browser = await site.LogInAsync(NotesSite.Reader);

        Assert.True((await browser.ReadAsync("/Admin")).Contains("id=\"zones\""));
    }
}

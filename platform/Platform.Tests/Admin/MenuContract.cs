using Platform.Tests.Display;
using Xunit;

namespace Platform.Tests.Admin;

/// <summary>The menu of the admin, as its providers build it and users see it.</summary>
[Collection(NotesSite.Collection)]
public sealed class MenuContract(NotesSite site)
{
    private const string Address = "/Admin/Pages/Zones";

    [Fact]
    public async Task AnEntryLeadsToItsAction()
    {
        var page = await ReadAsync();

        Assert.True(page.Contains("href=\"/Admin/Pages/Zones\""));
        Assert.True(page.Contains("href=\"/Admin/Notes/Create\""));
        Assert.True(page.Contains("href=\"/Admin/Platform.Tests.Module/Pages/Plain\""));
        Assert.True(page.Contains("href=\"/Admin/Settings/notes\""));
    }

    [Fact]
    public async Task EntriesStandInTheOrderOfTheirPositions()
    {
        var page = await ReadAsync();

        Assert.True(page.IndexOf("id=\"managed\"") < page.IndexOf("id=\"zones\""));
        Assert.True(page.IndexOf("id=\"zones\"") < page.IndexOf("id=\"merged\""));
        Assert.True(page.IndexOf("id=\"merged\"") < page.IndexOf("id=\"later\""));
    }

    [Fact]
    public async Task EntriesOfTheSameNameAreOneWhoeverAddsThem()
    {
        var page = await ReadAsync();

        Assert.Equal(1, page.Count("id=\"notes\""));
        Assert.Equal(1, page.Count(">Notes &lt;&amp;&gt;<"));
        Assert.Equal(1, page.Count("id=\"note-settings\""));
    }

    [Fact]
    public async Task AnEntryThatLeadsNowhereIsLeftOut()
    {
        var page = await ReadAsync();

        Assert.False(page.Contains("id=\"empty\""));
    }

    [Fact]
    public async Task AnEntryIsThereForThoseWhoHaveItsPermission()
    {
        var page = await ReadAsync(NotesSite.Reader);

        Assert.True(page.Contains("id=\"zones\""));
        Assert.False(page.Contains("id=\"managed\""));
        Assert.False(page.Contains("id=\"note-settings\""));
        Assert.False(page.Contains("id=\"forbidden\""));
        Assert.True((await ReadAsync()).Contains("id=\"forbidden\""));
    }

    [Fact]
    public async Task ClassesAreClassesOfTheEntryAndIconsAreDrawn()
    {
        var page = await ReadAsync();

        Assert.True(page.Contains("zones-class"));
        Assert.True(page.Contains("own-class"));
        Assert.True(page.Contains("<i class=\"fas fa-users\" aria-hidden=\"true\"></i>"));
        Assert.False(page.Contains("icon-class-"));
    }

    [Theory]
    [InlineData("/Admin/Pages/Zones", "zones", "merged")]
    [InlineData("/Admin/Platform.Tests.Module/Pages/Plain", "merged", "zones")]
    [InlineData("/Admin/Notes/Create/UnplacedNote", "managed", "zones")]
    [InlineData("/Admin/Settings/notes", "note-settings", "zones")]
    public async Task TheEntryOfThePageIsActiveAlsoOnPagesBelowIt(string address, string active, string other)
    {
        using var browser = await site.LogInAsync();
        var page = await browser.ReadAsync(address);

        Assert.Matches($"<li class=\"([\\w-]+ )?active( [\\w-]+)?\" id=\"{active}\"", page.Html);
        Assert.DoesNotMatch($"<li class=\"([\\w-]+ )?active( [\\w-]+)?\" id=\"{other}\"", page.Html);
    }

    private async Task<Page> ReadAsync(string user = Hosting.TestSite.Admin)
    {
        using var browser = await site.LogInAsync(user);

        return await browser.ReadAsync(Address);
    }
}

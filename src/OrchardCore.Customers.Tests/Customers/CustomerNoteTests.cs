using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Notes;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>What colleagues write about a customer.</summary>
public abstract class CustomerNoteTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ANoteIsAddedAndStandsOnItsTabWithItsAuthor()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Noted Person");

        var added = await AddAsync(admin, id, "Called twice.\r\n<script>alert(1)</script>\r\n=cmd");

        Assert.Equal((HttpStatusCode.Redirect, $"/Admin/Customers/{id}?tab=notes"), (added.Status, added.Location));
        var note = Assert.Single(await NotesAsync(id));
        Assert.Equal(("Called twice.\n<script>alert(1)</script>\n=cmd", TestSite.Admin), (note.Text, note.AuthorName));
        var tab = await admin.GetAsync($"/Admin/Customers/{id}?tab=notes");
        Assert.Contains("<script>alert(1)</script>", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", tab.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Write something first.")]
    [InlineData(" \r\n ", "Write something first.")]
    [InlineData(null, "A note can have at most 4,000 characters; this has 4,001.")]
    public async Task ANoteThatIsRefusedComesBackAsItWasTyped(string? text, string error)
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Badly Noted");
        text ??= new string('ü', CustomerNote.MaxLength + 1);

        var refused = await AddAsync(admin, id, text);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Matches($"id=\"note-error\"[^>]*>{error}", WebUtility.HtmlDecode(refused.Html));
        Assert.Contains(text.Trim(), WebUtility.HtmlDecode(refused.Html), StringComparison.Ordinal);
        Assert.Empty(await NotesAsync(id));
    }

    [Fact]
    public async Task ALineBreakIsOneCharacterHoweverItIsSent()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Broken Lines");

        await AddAsync(admin, id, string.Concat(Enumerable.Repeat("a\r\n", 1999)) + "bc");

        Assert.Equal(CustomerNote.MaxLength, Assert.Single(await NotesAsync(id)).Text.Length);
    }

    [Fact]
    public async Task TheSecondOfTwoWhoEditANoteSeesWhatTheFirstMadeOfIt()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Doubly Noted");
        await AddAsync(admin, id, "Original");
        var path = $"/Admin/Customers/{id}/Notes/{(await NotesAsync(id))[0].Id}";
        var mine = await admin.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(path, ("text", "Theirs"))).Status);

        var refused = await admin.PostAsync(path, [.. mine.Fields, ("text", "Mine")]);

        Assert.Contains("Somebody else changed this note meanwhile.", refused.Text, StringComparison.Ordinal);
        Assert.Matches("This is stored now[^<]*</p>\\s*<div[^>]*>Theirs", refused.Html);
        Assert.Matches("<textarea[^>]*>\\s*Mine", refused.Html);
        Assert.Equal("Theirs", (await NotesAsync(id))[0].Text);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, [.. refused.Fields, ("text", "Mine")])).Status);
        Assert.Equal("Mine", (await NotesAsync(id))[0].Text);
    }

    [Fact]
    public async Task OnesOwnNotesAreChangedAndAManagerDeletesAny()
    {
        using var author = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        using var colleague = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var id = await Site.AddAsync("Guarded Notes");
        await AddAsync(author, id, "Mine");
        var path = $"/Admin/Customers/{id}/Notes/{(await NotesAsync(id))[0].Id}";

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(path + "/Delete")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync(path)).Status);

        var token = (await colleague.GetAsync($"/Admin/Customers/{id}?tab=notes")).Fields.First(field => field.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync(path, token, ("text", "Forged"), ("revision", "0"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync(path + "/Delete", token)).Status);
        Assert.Equal("Mine", Assert.Single(await NotesAsync(id)).Text);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(path + "/Delete")).Status);
        Assert.Empty(await NotesAsync(id));
    }

    [Fact]
    public async Task WhoMayOnlyLookReadsTheNotesAndWritesNone()
    {
        await using var site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, """{ "name": "Roles", "Roles": [ { "Name": "Reader", "Permissions": [ "AccessAdminPanel", "ViewAllCustomers" ] } ] }""");
        using var reader = await SiteUser.WithRolesAsync(site, "Reader");
        using var admin = await SiteUser.AdminAsync(site);
        var id = await site.AddAsync("Read Only");
        await AddAsync(admin, id, "Readable");

        var tab = await reader.GetAsync($"/Admin/Customers/{id}?tab=notes");
        Assert.Contains("Readable", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", tab.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync($"/Admin/Customers/{id}/Notes", ("text", "Written"))).Status);
    }

    [Fact]
    public async Task APinnedNoteStandsOnTheOverview()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Pinned Person");
        await AddAsync(admin, id, "Plain remark");
        await AddAsync(admin, id, "Important remark");
        var path = $"/Admin/Customers/{id}/Notes/{(await NotesAsync(id))[0].Id}/Pin";
        var token = (await admin.GetAsync($"/Admin/Customers/{id}?tab=notes")).Fields.First(field => field.Name == "__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(path, token, ("pin", "true"))).Status);
        var overview = (await admin.GetAsync($"/Admin/Customers/{id}")).Text;
        Assert.Contains("Important remark", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("Plain remark", overview, StringComparison.Ordinal);

        await admin.PostAsync(path, token, ("pin", "false"));
        Assert.DoesNotContain("Important remark", (await admin.GetAsync($"/Admin/Customers/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeletedCustomerTakesItsNotesAlongAndGetsNoNewOnes()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var id = await Site.AddAsync("Erased Notes");
        await AddAsync(admin, id, "Personal");

        var result = await Site.InScopeAsync(async services =>
        {
            var customer = await services.GetRequiredService<ICustomerManager>().FindAsync(id);
            Assert.True((await Site.DeleteAsync(id)).Succeeded);

            return await services.GetRequiredService<ICustomerNoteManager>().AddAsync(customer!, "Too late");
        });

        Assert.Equal(": This customer was deleted meanwhile.", result.TheError());
        Assert.Empty(await NotesAsync(id));
    }

    [Fact]
    public async Task ANoteOfAnotherCustomerIsNotFound()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (one, other) = (await Site.AddAsync("Note Owner"), await Site.AddAsync("Note Stranger"));
        await AddAsync(admin, one, "Belongs to one");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/Admin/Customers/{other}/Notes/{(await NotesAsync(one))[0].Id}")).Status);
    }

    private static async Task<SitePage> AddAsync(SiteUser user, string id, string text)
    {
        var form = await user.GetAsync($"/Admin/Customers/{id}/Notes");

        return await user.PostAsync($"/Admin/Customers/{id}/Notes", [.. form.Fields, ("text", text)]);
    }

    private Task<IReadOnlyList<CustomerNote>> NotesAsync(string id)
        => Site.InScopeAsync(services => services.GetRequiredService<ICustomerNoteManager>().FindAsync(id, 0, 100));
}

public sealed class SqliteCustomerNoteTests(SqliteSite site) : CustomerNoteTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerNoteTests(PostgresSite site) : CustomerNoteTests(site), IClassFixture<PostgresSite>;

using System.Net;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>The customers somebody opened last, and those that are like the one being typed.</summary>
public abstract class CustomerLookupTests(CustomersSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheTenCustomersOpenedLastAreListedTheLastOneFirst()
    {
        using var admin = await SiteUser.AdminAsync(Site);

        for (var number = 0; number < 12; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/Admin/Customers/{await Site.AddAsync($"Opened {number:00}")}")).Status);
        }

        var recent = (await admin.GetAsync("/Admin/Customers/Recent")).Text;

        Assert.DoesNotContain("Opened 01", recent, StringComparison.Ordinal);
        Assert.True(recent.IndexOf("Opened 11", StringComparison.Ordinal) < recent.IndexOf("Opened 02", StringComparison.Ordinal));
        Assert.Contains("Opened 02", recent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneThatIsOpenedAgainComesFirstAndOneThatIsDeletedIsGone()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var (first, second, third) = (await Site.AddAsync("Recent First"), await Site.AddAsync("Recent Second"), await Site.AddAsync("Recent Third"));

        foreach (var id in new[] { first, second, third, first })
        {
            await admin.GetAsync($"/Admin/Customers/{id}");
        }

        await Site.DeleteAsync(second);
        var recent = (await admin.GetAsync("/Admin/Customers/Recent")).Text;

        Assert.Matches("Recent First[\\s\\S]*Recent Third", recent);
        Assert.DoesNotContain("Recent Second", recent, StringComparison.Ordinal);
        Assert.Single(recent.Split("Recent First").Skip(1));
    }

    [Fact]
    public async Task NobodySeesWhatAnotherUserOfTheSameBrowserOpened()
    {
        using var client = Site.NewClient();
        using var browser = new SiteUser(client);
        await LogInAsync(browser, TestSite.Admin);
        await browser.GetAsync($"/Admin/Customers/{await Site.AddAsync("Opened By Admin")}");
        Assert.Contains("Opened By Admin", (await browser.GetAsync("/Admin/Customers/Recent")).Text, StringComparison.Ordinal);

        var name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerService);
        using var other = new SiteUser(client);
        await LogInAsync(other, name);

        Assert.Contains("You have opened no customer lately.", (await other.GetAsync("/Admin/Customers/Recent")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task AForgedCookieIsNone(string cookie)
    {
        using var client = Site.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", "customers-recent=" + cookie);
        using var admin = new SiteUser(client);
        await LogInAsync(admin, TestSite.Admin);

        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/Admin/Customers/Recent")).Status);
    }

    [Theory]
    [InlineData("name=s%C3%ADMILAR++Person", true)]
    [InlineData("email=SIMILAR%40lookup.example", true)]
    [InlineData("name=nobody&email=similar%40lookup.example", true)]
    [InlineData("name=Similar", false)]
    [InlineData("phone=%2B49%20(30)%20555-0190", true)]
    [InlineData("phone=4930555019", false)]
    [InlineData("phone=49305550191", false)]
    [InlineData("phone=555", false)]
    [InlineData("email=similar", false)]
    [InlineData("name=%25", false)]
    [InlineData("", false)]
    public async Task SimilarCustomersAreFoundAsTheyAreCompared(string query, bool isFound)
    {
        using var admin = await SiteUser.AdminAsync(Site);

        if (!(await admin.GetAsync("/Admin/Customers/Similar?email=similar%40lookup.example")).Text.Contains("Similar Person", StringComparison.Ordinal))
        {
            await Site.AddAsync(part => (part.ContactName, part.Email, part.Company, part.Phone, part.SecondPhone) = ("Similar Person", "similar@lookup.example", "<b>", "+49 30 5550190", "+49 30 777"));
        }

        var answer = await admin.GetAsync("/Admin/Customers/Similar?" + query);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(isFound, answer.Text.Contains("Similar Person", StringComparison.Ordinal));
        Assert.DoesNotContain("<html", answer.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACustomerIsNotLikeItselfAndFiveOthersAreEnough()
    {
        using var admin = await SiteUser.AdminAsync(Site);
        var ids = new List<string>();

        for (var number = 0; number < 7; number++)
        {
            ids.Add(await Site.AddAsync("Often Named"));
        }

        var answer = await admin.GetAsync($"/Admin/Customers/Similar?name=often+named&except={ids[0]}");

        Assert.Equal(5, answer.Html.Split("/Admin/Customers/").Length - 1);
        Assert.DoesNotContain(ids[0], answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNotViewCustomersIsToldNothing()
    {
        using var nobody = await SiteUser.WithRolesAsync(Site, CustomersSite.Backstage);
        await Site.AddAsync("Undisclosed Person");

        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync("/Admin/Customers/Similar?name=undisclosed+person")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync("/Admin/Customers/Recent")).Status);
    }

    private static async Task LogInAsync(SiteUser user, string name)
    {
        var answer = await user.SubmitAsync("/Login", ("LoginForm.UserName", name), ("LoginForm.Password", TestSite.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }
}

public sealed class SqliteCustomerLookupTests(SqliteSite site) : CustomerLookupTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresCustomerLookupTests(PostgresSite site) : CustomerLookupTests(site), IClassFixture<PostgresSite>;

/// <summary>Where a scope hides customers, they are neither recent nor similar.</summary>
public sealed class CustomerLookupScopeTests(ScopedSite fixture) : IClassFixture<ScopedSite>
{
    [Fact]
    public async Task WhoIsOutOfScopeIsNeitherRecentNorSimilarNorNotedOn()
    {
        using var manager = await SiteUser.WithRolesAsync(fixture.Site, CustomersConstants.Roles.CustomerManager);
        var id = await fixture.Site.AddAsync(part => (part.ContactName, part.Company) = ("Scoped Lookup", ScopedSite.Company));
        await manager.GetAsync($"/Admin/Customers/{id}");
        Assert.Contains("Scoped Lookup", (await manager.GetAsync("/Admin/Customers/Recent")).Text, StringComparison.Ordinal);
        Assert.Contains("Scoped Lookup", (await manager.GetAsync("/Admin/Customers/Similar?name=scoped+lookup")).Text, StringComparison.Ordinal);

        await fixture.Site.UpdateAsync(id, part => part.Company = "Theirs");

        Assert.DoesNotContain("Scoped Lookup", (await manager.GetAsync("/Admin/Customers/Recent")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Scoped Lookup", (await manager.GetAsync("/Admin/Customers/Similar?name=scoped+lookup")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/Admin/Customers/{id}/Notes")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/Admin/Customers/{id}?tab=history")).Status);
    }
}

using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>
/// A user who is limited to sites sees the customers who shop there, and of the others not even that they are there. What its
/// routes answer, the authorization matrix tells; here is what the pages say.
/// </summary>
[Seed("T3")]
public abstract class SiteLimitTests(SitesSite fixture) : IAsyncLifetime
{
    private readonly string _mark = "limit" + Guid.NewGuid().ToString("N")[..8];

    private SiteUser _user = null!;
    private string _name = "";
    private string _own = "";
    private string _shared = "";
    private string _other = "";

    private TestSite Site => fixture.Site;

    public async ValueTask InitializeAsync()
    {
        _name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerManager);
        await Site.LimitAsync(_name, "de");
        _user = await SiteUser.LogInAsync(Site, _name);
        _own = await AddAsync("Own", "DE");
        _shared = await AddAsync("Shared", "UK", "DE");
        _other = await AddAsync("Other", "UK");
        await AddAsync("Without", null);
    }

    public ValueTask DisposeAsync()
    {
        _user.Dispose();

        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("?search={0}")]
    [InlineData("?search={0}&status=Active&sort=created&dir=desc")]
    [InlineData("?search={0}&size=100&page=2")]
    public async Task ListSearchAndCountHaveTheCustomersOfTheUsersSites(string query)
    {
        var list = await _user.GetAsync("/Admin/Customers" + query.Replace("{0}", _mark, StringComparison.Ordinal));

        Assert.Contains($"{_mark} Own", list.Text, StringComparison.Ordinal);
        Assert.Contains($"{_mark} Shared", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_mark} Other", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_mark} Without", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await FindAsync()).Total);
    }

    [Fact]
    public async Task AFilterShowsNothingOfAnotherSiteAndOffersTheUsersOwn()
    {
        var list = await _user.GetAsync($"/Admin/Customers?search={_mark}&site=UK");

        Assert.Contains($"{_mark} Shared", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_mark} Other", list.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"DE\"", (await _user.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"UK\"", (await _user.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);
    }

    /// <summary>With several limits, all have to agree.</summary>
    [Fact]
    public async Task WhoSeesOnlyTheCustomersOneManagesSeesThoseOfThemThatShopAtTheSites()
    {
        var guest = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerGuest);
        var id = await Site.UserIdAsync(guest);
        await Site.LimitAsync(guest, "DE");
        await Site.UpdateAsync(_own, part => part.ManagedBy = id);
        await Site.UpdateAsync(_other, part => part.ManagedBy = id);
        using var user = await SiteUser.LogInAsync(Site, guest);
        var list = await user.GetAsync("/Admin/Customers");

        Assert.Contains($"{_mark} Own", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_mark} Shared", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_mark} Other", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeHoldsAtOnceAndALiftedLimitIsNone()
    {
        await Site.LimitAsync(_name, "UK", "DE");
        Assert.Equal(3, (await FindAsync()).Total);

        await Site.LimitAsync(_name, "OLD");
        Assert.Equal(0, (await FindAsync()).Total);
        Assert.Equal(HttpStatusCode.NotFound, (await _user.GetAsync($"/Admin/Customers/{_own}")).Status);

        var id = await Site.UserIdAsync(_name);
        (await Site.InScopeAsync(services => services.GetRequiredService<IUserSitesManager>().DeleteAsync(id))).Succeeds();
        Assert.Equal(4, (await FindAsync()).Total);
        Assert.Equal(HttpStatusCode.OK, (await _user.GetAsync($"/Admin/Customers/{_other}")).Status);
    }

    [Fact]
    public async Task ABulkActionDoesOnlyWhatIsInReachWhateverIsTicked()
    {
        await _user.DoAsync("deactivate", null, BulkSiteExtensions.Ids(_own, _other));

        Assert.Equal((CustomerStatus.Inactive, CustomerStatus.Active), (await StatusAsync(_own), await StatusAsync(_other)));
    }

    [Fact]
    public async Task AJobDoesNothingToACustomerWhoLeavesTheSiteWhileItRuns()
    {
        var job = await Site.StartJobAsync("deactivate", CustomerSelection.Of(new CustomerQuery { Search = _mark }), user: await Site.PrincipalAsync(_name));
        await Site.StepAsync(job, count: 1);
        await Site.UpdateAsync(_shared, part => part.Sites = []);
        await Site.StepAsync(job, count: 10);

        Assert.Equal((CustomerStatus.Inactive, CustomerStatus.Active, CustomerStatus.Active), (await StatusAsync(_own), await StatusAsync(_shared), await StatusAsync(_other)));
    }

    /// <summary>A job runs without a request; the rule knows who asked for it.</summary>
    [Fact]
    public async Task AJobBringsNobodyToASiteThatTheUserDoesNotWorkFor()
    {
        using var asked = await SiteUser.LogInAsync(Site, _name);
        Assert.DoesNotContain("<option value=\"UK\"", (await asked.AskAsync("site", BulkSiteExtensions.Ids(_own))).Html, StringComparison.Ordinal);

        var job = await Site.StartJobAsync("site", CustomerSelection.Of([_own]), value: "UK", user: await Site.PrincipalAsync(_name));
        await Site.StepAsync(job, count: 10);

        Assert.Equal("DE", (await Site.ReadAsync(_own))!.PreferredSite);
    }

    [Fact]
    public async Task AGroupHasAsManyMembersAsTheUserSees()
    {
        var group = await Site.InScopeAsync(async services =>
        {
            var groups = services.GetRequiredService<ICustomerGroupManager>();
            var made = await groups.NewAsync();
            made.Alter<CustomerGroupPart>(part => (part.Code, part.Name) = (_mark, _mark));
            Assert.True((await groups.CreateAsync(made)).Succeeded);

            return made.ContentItemId;
        });
        await Site.UpdateAsync(_own, part => part.Groups = [group]);
        await Site.UpdateAsync(_other, part => part.Groups = [group]);
        var user = await Site.PrincipalAsync(_name);

        Assert.Equal(1, (await Site.InScopeAsync(services => services.GetRequiredService<CustomerGroupMembers>().CountAsync([group], user)))[group]);
    }

    [Fact]
    public async Task TheFormOffersTheUsersOwnSitesAndWhatTheCustomerHas()
    {
        var created = await _user.GetAsync("/Admin/Customers/Create");
        Assert.Contains("<option value=\"DE\"", created.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"UK\"", created.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"UK\" selected", (await _user.GetAsync($"/Admin/Customers/{_shared}/Edit")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhomTheUserCreatesShopsAtOneOfItsSites()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await _user.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", $"{_mark} New"))).Status);
        Assert.Contains($"{_mark} New", (await _user.GetAsync($"/Admin/Customers?search={_mark}")).Text, StringComparison.Ordinal);

        var refused = await _user.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", $"{_mark} Foreign"), ("CustomerPart.PreferredSite", "UK"));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Matches("id=\"CustomerPart_PreferredSite-error\"[^>]*>[^<]*You don't work for the site United <Kingdom>", WebUtility.HtmlDecode(refused.Html));
    }

    public static TheoryData<string?, string[], string> Changes => new()
    {
        { "DE", ["UK"], "" },
        { "DE", [], "CustomerPart.Sites: You don't work for the site United <Kingdom>, so you can't take the customer off it. Leave it among the sites." },
        { "UK", [], "CustomerPart.PreferredSite: You would not see this customer any more. Leave it at least one of your sites: Germany." },
        { "UK", ["DE"], "" },
        { null, [], "CustomerPart.Sites: You don't work for the site United <Kingdom>, so you can't take the customer off it. Leave it among the sites." },
    };

    /// <summary>Where a customer of two sites is saved by the user in whatever way, the rule stands.</summary>
    [Theory, MemberData(nameof(Changes))]
    public async Task TheUserChangesNothingOfOtherSites(string? preferred, string[] further, string error)
    {
        var result = await AsUserAsync(_shared, part => (part.PreferredSite, part.Sites) = (preferred, further));

        Assert.Equal(error, result.Succeeded ? "" : result.TheError());
    }

    [Theory]
    [InlineData("ViewContent")]
    [InlineData("EditContent")]
    [InlineData("AccessContentApi")]
    public async Task WhatOrchardAllowsWithContentEndsWithTheUsersSites(string permission)
    {
        var user = await Site.PrincipalAsync(_name);
        user.AddIdentity(new([new("Permission", permission)], "Test"));

        var allowed = await Site.InScopeAsync(async services =>
        {
            var customers = services.GetRequiredService<ICustomerManager>();
            var authorization = services.GetRequiredService<IAuthorizationService>();
            var asked = new Permission(permission, permission);

            return (await authorization.AuthorizeAsync(user, asked, await customers.FindAsync(_own)), await authorization.AuthorizeAsync(user, asked, await customers.FindAsync(_other)));
        });

        Assert.Equal((true, false), allowed);
    }

    /// <summary>Who else has an e-mail address, the user is not told.</summary>
    [Fact]
    public async Task AnAddressThatIsTakenTellsNothingOfItsOwner()
    {
        await Site.UpdateAsync(_other, part => part.Email = $"other@{_mark}.example");
        var number = (await Site.ReadAsync(_other))!.Number!;
        var refused = await _user.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", "Namesake"), ("CustomerPart.Email", $"other@{_mark}.example"));

        Assert.Contains("Another customer already has this e-mail address.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, refused.Text, StringComparison.Ordinal);
    }

    private Task<string> AddAsync(string name, string? preferred, params string[] further)
        => Site.AddAsync(part => (part.ContactName, part.PreferredSite, part.Sites) = ($"{_mark} {name}", preferred, further));

    private async Task<CustomerStatus> StatusAsync(string id) => (await Site.ReadAsync(id))!.Status;

    private async Task<CustomerPage> FindAsync()
    {
        var user = await Site.PrincipalAsync(_name);

        return await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = _mark }, user));
    }

    private async Task<Result> AsUserAsync(string id, Action<CustomerPart> change)
    {
        var user = await Site.PrincipalAsync(_name);

        return await Site.InScopeAsync(async services =>
        {
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = user, RequestServices = services };
            var customers = services.GetRequiredService<ICustomerManager>();
            var customer = await customers.FindAsync(id);
            customer!.Alter(change);

            return await customers.UpdateAsync(customer!);
        });
    }
}

public sealed class SqliteSiteLimitTests(SqliteSites site) : SiteLimitTests(site), IClassFixture<SqliteSites>;

public sealed class PostgresSiteLimitTests(PostgresSites site) : SiteLimitTests(site), IClassFixture<PostgresSites>;

using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Customers.Bulk;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Security.Permissions;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers.ManagedBy;

/// <summary>
/// A guest sees the customers it manages, and of the others not even that they are there. What its routes answer, the
/// authorization matrix tells; here is what the pages say.
/// </summary>
[Seed("O16", "O17")]
public abstract class GuestTests(CustomersSite fixture) : IAsyncLifetime
{
    private readonly string _mark = "guest" + Guid.NewGuid().ToString("N")[..8];

    private SiteUser _guest = null!;
    private string _name = "";
    private string _userId = "";
    private string _own = "";
    private string _other = "";

    private TestSite Site => fixture.Site;

    public async ValueTask InitializeAsync()
    {
        _name = await SiteUser.CreateAsync(Site, CustomersConstants.Roles.CustomerGuest);
        _userId = await Site.UserIdAsync(_name);
        _guest = await SiteUser.LogInAsync(Site, _name);
        _own = await Site.AddAsync(part => (part.ContactName, part.Email, part.ManagedBy) = ($"{_mark} Own", $"own@{_mark}.example", _userId));
        _other = await Site.AddAsync(part => (part.ContactName, part.Email) = ($"{_mark} Other", $"other@{_mark}.example"));
    }

    public ValueTask DisposeAsync()
    {
        _guest.Dispose();

        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("?search={mark}")]
    [InlineData("?search=email:{mark}")]
    [InlineData("?managedby=nobody")]
    [InlineData("?status=Active&sort=created&order=desc&size=100")]
    [InlineData("?page=last")]
    public async Task ListsSearchesAndCountsHaveOnlyItsOwn(string query)
    {
        var list = await _guest.GetAsync("/Admin/Customers" + query.Replace("{mark}", _mark, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.DoesNotContain($"{_mark} Other", list.Text, StringComparison.Ordinal);
        Assert.Equal(!query.Contains("nobody", StringComparison.Ordinal), list.Text.Contains($"{_mark} Own", StringComparison.Ordinal));
        Assert.Equal(1, (await FindAsync()).Total);
        Assert.DoesNotContain(TestSite.Admin + "</option>", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningsAndWhatWasOpenedLastTellNothingOfOthers()
    {
        foreach (var query in new[] { $"name={_mark}+Other", $"email=other@{_mark}.example" })
        {
            Assert.DoesNotContain(_mark, (await _guest.GetAsync("/Admin/Customers/Similar?" + query)).Text, StringComparison.Ordinal);
        }

        await _guest.GetAsync($"/Admin/Customers/{_own}");
        Assert.Contains($"{_mark} Own", (await _guest.GetAsync("/Admin/Customers/Recent")).Text, StringComparison.Ordinal);

        // Taken away since, it is gone from there too.
        await Site.UpdateAsync(_own, part => part.ManagedBy = null);
        Assert.DoesNotContain(_mark, (await _guest.GetAsync("/Admin/Customers/Recent")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _guest.GetAsync($"/Admin/Customers/{_own}")).Status);
    }

    [Fact]
    public async Task AnAddressThatAnotherHasIsTakenWithoutSayingWhose()
    {
        var number = (await Site.ReadAsync(_other))!.Number!;

        var refused = await _guest.SubmitAsync($"/Admin/Customers/{_own}/Edit", ("CustomerPart.Email", $"other@{_mark}.example"));

        Assert.Contains("Another customer already has this e-mail address.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhomAGuestCreatesThatGuestManagesWhateverIsPosted()
    {
        var saved = await _guest.SubmitAsync("/Admin/Customers/Create", ("CustomerPart.ContactName", $"{_mark} New"), ("CustomerPart.ManagedBy", TestSite.Admin));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains($"{_mark} New", (await _guest.GetAsync("/Admin/Customers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGuestDoesNotSayWhoManagesACustomer()
    {
        var page = await _guest.GetAsync($"/Admin/Customers/{_own}");
        Assert.Matches($"managed by\\s+{_name}", page.Text);
        Assert.DoesNotContain("/ManagedBy", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"assign\"", (await _guest.GetAsync("/Admin/Customers")).Html, StringComparison.Ordinal);

        var form = await _guest.GetAsync($"/Admin/Customers/{_own}/Edit");
        Assert.DoesNotContain("CustomerPart.ManagedBy", form.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _guest.SubmitAsync($"/Admin/Customers/{_own}/Edit", ("CustomerPart.ManagedBy", ""), ("CustomerPart.Company", "Changed"))).Status);

        var part = await Site.ReadAsync(_own);
        Assert.Equal(("Changed", _userId), (part!.Company, part.ManagedBy));
    }

    /// <summary>Where a customer is saved by the guest in another way than our form, the rule stands.</summary>
    [Fact]
    public async Task TheRuleKeepsAGuestFromHandingOver()
    {
        var kept = await AsGuestAsync(part => part.Company = "Kept");
        var handed = await AsGuestAsync(part => part.ManagedBy = null);

        Assert.True(kept.Succeeded);
        Assert.Equal("CustomerPart.ManagedBy: You may not say who manages a customer.", handed.TheError());
        Assert.Equal(_userId, (await Site.ReadAsync(_own))!.ManagedBy);
    }

    [Fact]
    public async Task WhoIsAGuestAndManagesCustomersTooSeesAll()
    {
        using var both = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerGuest, CustomersConstants.Roles.CustomerManager);

        Assert.Contains($"{_mark} Other", (await both.GetAsync($"/Admin/Customers?search={_mark}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await both.GetAsync($"/Admin/Customers/{_other}/Edit")).Status);
    }

    [Fact]
    public async Task ABulkActionDoesOnlyItsOwnWhateverIsTicked()
    {
        var done = await _guest.DoAsync("deactivate", null, [.. BulkSiteExtensions.Ids(_own, _other)]);

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal((CustomerStatus.Inactive, CustomerStatus.Active), (await StatusAsync(_own), await StatusAsync(_other)));
    }

    [Fact]
    public async Task AJobDoesNothingToACustomerWhoIsTakenAwayWhileItRuns()
    {
        var second = await Site.AddAsync(part => (part.ContactName, part.ManagedBy) = ($"{_mark} Second", _userId));
        var job = await Site.StartJobAsync("deactivate", CustomerSelection.Of(new CustomerQuery { Search = _mark }), user: await Site.PrincipalAsync(_name));
        await Site.StepAsync(job, count: 1);
        await Site.UpdateAsync(second, part => part.ManagedBy = null);
        await Site.StepAsync(job, count: 10);

        Assert.Equal((CustomerStatus.Inactive, CustomerStatus.Active), (await StatusAsync(_own), await StatusAsync(second)));
        Assert.Equal(CustomerStatus.Active, await StatusAsync(_other));
    }

    [Fact]
    public async Task AGroupHasAsManyMembersAsTheGuestSees()
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

        var guest = await Site.PrincipalAsync(_name);
        var counts = await Site.InScopeAsync(services => services.GetRequiredService<CustomerGroupMembers>().CountAsync([group], guest));
        var all = await Site.InScopeAsync(services => services.GetRequiredService<CustomerGroupMembers>().CountAsync([group], new()));

        Assert.Equal((1, 2), (counts[group], all[group]));
    }

    /// <summary>Orchard asks about each item where it shows, picks or serves content: editors, pickers, the content API, GraphQL.</summary>
    [Theory]
    [InlineData("ViewContent")]
    [InlineData("EditContent")]
    [InlineData("PublishContent")]
    [InlineData("AccessContentApi")]
    [InlineData("View_Customer")]
    public async Task WhatOrchardAllowsWithContentEndsWithTheGuestsOwn(string permission)
    {
        var guest = await Site.PrincipalAsync(_name);
        guest.AddIdentity(new([new("Permission", permission)], "Test"));

        var allowed = await Site.InScopeAsync(async services =>
        {
            var customers = services.GetRequiredService<ICustomerManager>();
            var authorization = services.GetRequiredService<IAuthorizationService>();
            var asked = new Permission(permission, permission);

            return (await authorization.AuthorizeAsync(guest, asked, await customers.FindAsync(_own)), await authorization.AuthorizeAsync(guest, asked, await customers.FindAsync(_other)));
        });

        Assert.Equal((true, false), allowed);
    }

    [Fact]
    public async Task OrchardsOwnRoutesShowNothingOfOthers()
    {
        foreach (var path in new[]
        {
            $"/Contents/ContentItems/{_other}", $"/Admin/Contents/ContentItems/{_other}/Edit", $"/Admin/Contents/ContentItems/{_other}/Display",
            "/Admin/Contents/ContentItems", "/Admin/Contents/ContentItems/Customer", $"/api/content/{_other}",
        })
        {
            Assert.DoesNotContain($"{_mark} Other", (await _guest.GetAsync(path)).Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A user without an id manages nobody, and not those whom nobody manages.</summary>
    [Fact]
    public async Task WhoHasNoIdSeesNobody()
    {
        var page = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(
            new CustomerQuery(),
            new(new System.Security.Claims.ClaimsIdentity([new("Permission", "ViewCustomers")], "Test"))));

        Assert.Equal(0, page.Total);
    }

    private async Task<CustomerStatus> StatusAsync(string id) => (await Site.ReadAsync(id))!.Status;

    private async Task<CustomerPage> FindAsync()
    {
        var guest = await Site.PrincipalAsync(_name);

        return await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = _mark }, guest));
    }

    private async Task<Result> AsGuestAsync(Action<CustomerPart> change)
    {
        var guest = await Site.PrincipalAsync(_name);

        return await Site.InScopeAsync(async services =>
        {
            services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext { User = guest, RequestServices = services };
            var customers = services.GetRequiredService<ICustomerManager>();
            var customer = await customers.FindAsync(_own);
            customer!.Alter(change);

            return await customers.UpdateAsync(customer!);
        });
    }
}

public sealed class SqliteGuestTests(SqliteSite site) : GuestTests(site), IClassFixture<SqliteSite>;

public sealed class PostgresGuestTests(PostgresSite site) : GuestTests(site), IClassFixture<PostgresSite>;

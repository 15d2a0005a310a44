using System.Linq.Expressions;
using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Customers;

/// <summary>A user for whom a scope hides customers finds nothing of them anywhere.</summary>
public sealed class CustomerScopeTests(ScopedSite fixture) : IClassFixture<ScopedSite>
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task ListsSearchesAndCountsLeaveOutWhatIsOutOfScope()
    {
        using var service = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerService);
        await AddAsync("Scoped Inside", ScopedSite.Company);
        await AddAsync("Scoped Outside", "Theirs");

        foreach (var query in new[] { "?search=scoped", "?search=scoped&status=Active", "?search=scoped&sort=created&size=100" })
        {
            var list = await service.GetAsync("/Admin/Customers" + query);

            Assert.Contains("Scoped Inside", list.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Scoped Outside", list.Text, StringComparison.Ordinal);
        }

        var page = await Site.InScopeAsync(services => services.GetRequiredService<ICustomerFinder>().FindAsync(new CustomerQuery { Search = "scoped" }, new ClaimsPrincipal()));
        Assert.Equal(1, page.Total);
    }

    [Theory]
    [InlineData("/Admin/Customers/{id}")]
    [InlineData("/Admin/Customers/{id}/Edit")]
    [InlineData("/Admin/Customers/{id}/Delete")]
    public async Task ACustomerOutOfScopeIsTheSameAsNone(string path)
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var inside = await AddAsync("Openable Person", ScopedSite.Company);
        var outside = await AddAsync("Hidden Person", "Theirs");

        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(path.Replace("{id}", inside, StringComparison.Ordinal))).Status);

        var hidden = await manager.GetAsync(path.Replace("{id}", outside, StringComparison.Ordinal));
        var none = await manager.GetAsync(path.Replace("{id}", new string('4', outside.Length), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(none.Text, hidden.Text);
    }

    [Fact]
    public async Task NothingCanBePostedToACustomerOutOfScope()
    {
        using var manager = await SiteUser.WithRolesAsync(Site, CustomersConstants.Roles.CustomerManager);
        var id = await AddAsync("Unreachable Person", "Theirs");
        var form = await manager.GetAsync("/Admin/Customers/Create");
        (string Name, string Value)[] fields = [.. form.Fields.Where(field => !field.Name.StartsWith("CustomerPart.ContactName", StringComparison.Ordinal)), ("CustomerPart.ContactName", "Taken over"), ("CustomerPart.Revision", "1")];

        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/Admin/Customers/{id}/Edit", fields)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/Admin/Customers/{id}/Delete", fields)).Status);
        Assert.Equal("Unreachable Person", (await Site.ReadAsync(id))!.ContactName);
    }

    private Task<string> AddAsync(string name, string company) => Site.AddAsync(part => (part.ContactName, part.Company) = (name, company));
}

/// <summary>A site on which everybody sees the customers of one company only.</summary>
public sealed class ScopedSite : IAsyncLifetime
{
    public const string Company = "Ours";

    private TestSite? _site;

    public TestSite Site => _site!;

    public async ValueTask InitializeAsync()
        => _site = await CustomersSite.StartAsync(TestSiteDatabase.Sqlite, [], services => services.AddScoped<ICustomerScope, OneCompany>());

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    private sealed class OneCompany : ICustomerScope
    {
        public Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(ClaimsPrincipal user)
        {
            var company = OrchardCore.Customers.Shared.SearchText.FoldKey(Company);

            return Task.FromResult<Expression<Func<CustomerIndex, bool>>?>(index => index.Company == company);
        }
    }
}

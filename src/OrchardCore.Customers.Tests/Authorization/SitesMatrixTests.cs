using OrchardCore.Customers.Tests.Accounts;
using OrchardCore.Customers.Tests.Companies;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>
/// The same for sites, and for users who are limited to some: to them, customers of other sites are as if they were not there,
/// by whatever route of whatever feature.
/// </summary>
public abstract class SitesMatrixTests(TestSite site) : AuthorizationMatrixTests(site, RouteRules.Sites,
    [.. RouteRules.Customers.Keys, .. RouteRules.Accounts.Keys, .. RouteRules.Companies.Keys, .. MembersRouteRules.All.Keys, .. StorefrontRules.All.Keys])
{
    /// <summary>Where customers are looked at, changed, attached, invited.</summary>
    private static readonly Dictionary<string, RouteRule> OfCustomers = RouteRules.Customers.Concat(RouteRules.Accounts).Concat(MembersRouteRules.All).Concat(RouteRules.Sites).ToDictionary();

    [Fact]
    [Seed("T3")]
    public async Task WhoIsLimitedReachesNoCustomerOfAnotherSiteByAnyRoute()
        => await RefuseAsync(
            [
                await Person.LimitedAsync(Site, CustomersConstants.Roles.CustomerManager, "DE"),
                await Person.LimitedAsync(Site, CustomersConstants.Roles.CustomerService, "DE", "OLD"),
                await Person.LimitedAsync(Site, OrchardCoreConstants.Roles.Administrator, "DE"),
            ],
            OfCustomers,
            stranger: await Site.UserIdAsync(TestSite.Admin));

    [Fact]
    [Seed("T3")]
    public async Task WhoIsLimitedDoesWithTheOwnCustomersWhatTheRoleMay()
        => await AllowAsync(
            [
                await Person.LimitedAsync(Site, CustomersConstants.Roles.CustomerManager, "DE"),
                await Person.LimitedAsync(Site, CustomersConstants.Roles.CustomerService, "UK", "DE"),
            ],
            OfCustomers.Where(rule => rule.Value.Subject is Subject.Customer or Subject.Note or Subject.Address or Subject.Nothing).ToDictionary(),
            new Subjects(Site, part => (part.PreferredSite, part.Sites) = ("UK", ["DE"])));
}

/// <summary>A site with all features where customers are.</summary>
public abstract class EverySite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        "SampleHost",
        database,
        [CustomersConstants.Features.Customers, CustomersConstants.Features.Accounts, CustomersConstants.Features.Companies, CustomersConstants.Features.Sites],
        CustomersSite.Roles, CompaniesSite.Roles, AccountsSite.Settings, SitesSite.Sites);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteEverySite() : EverySite(TestSiteDatabase.Sqlite);

public sealed class PostgresEverySite() : EverySite(TestSiteDatabase.Postgres);

public sealed class SqliteSitesMatrixTests(SqliteEverySite fixture) : SitesMatrixTests(fixture.Site), IClassFixture<SqliteEverySite>;

public sealed class PostgresSitesMatrixTests(PostgresEverySite fixture) : SitesMatrixTests(fixture.Site), IClassFixture<PostgresEverySite>;

using OrchardCore.Customers.Tests.Accounts.Storefront;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>The same where customers have accounts: for what staff does with those, and for customers who try what is staff's.</summary>
public abstract class AccountsMatrixTests(TestSite site)
    : AuthorizationMatrixTests(site, RouteRules.Accounts, [.. RouteRules.Customers.Keys, .. StorefrontRules.All.Keys])
{
    [Fact]
    [Seed("S1")]
    public async Task ACustomerOfTheShopIsRefusedWhereverStaffWorksAndOnTheOwnRecordToo()
    {
        var shopper = await Site.AddShopperAsync();
        var rules = RouteRules.Customers.Concat(RouteRules.Accounts).ToDictionary();

        await RefuseAsync([await PersonAsync()], rules, (await Site.AddShopperAsync()).UserId);

        // One's own number is no way into the admin either.
        await RefuseAsync([await PersonAsync()], rules.Where(rule => rule.Value.Subject == Subject.Customer).ToDictionary(), shopper.UserId, new() { ["id"] = shopper.Id });

        async Task<Person> PersonAsync() => new("customer", CustomersConstants.Roles.Customer, await shopper.LogInAsync(), shopper.UserId);
    }
}

public sealed class SqliteAccountsMatrixTests(SqliteStorefront fixture) : AccountsMatrixTests(fixture.Site), IClassFixture<SqliteStorefront>;

public sealed class PostgresAccountsMatrixTests(PostgresStorefront fixture) : AccountsMatrixTests(fixture.Site), IClassFixture<PostgresStorefront>;

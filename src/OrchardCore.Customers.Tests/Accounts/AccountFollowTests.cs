using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>What becomes of an account by what happens to the customer, and what is known of it.</summary>
public abstract class AccountFollowTests(AccountsSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact]
    public async Task TheAccountFollowsAnAddressThatTheShopChanges()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var code = await Site.InviteAsync(id, email);
        var next = "moved" + email;

        Assert.True((await Site.UpdateAsync(id, part => part.Email = next)).Succeeded);

        Assert.False((await Site.UserAsync(next))!.EmailConfirmed);
        Assert.Contains(await Site.MailsAsync(email), mail => mail.Text.Contains(next, StringComparison.Ordinal));
        Assert.False((await Site.SetPasswordAsync(code, "Other-4711")).Succeeded);
        Assert.StartsWith("CustomerPart.Email: This customer has an account", (await Site.UpdateAsync(id, part => part.Email = null)).TheError(), StringComparison.Ordinal);
        Assert.StartsWith("CustomerPart.Email: A user of this site has this e-mail address", (await Site.UpdateAsync(id, part => part.Email = "ADMIN@example.com")).TheError(), StringComparison.Ordinal);
    }

    [Fact]
    [Seed("E12", "E11")]
    public async Task WhoIsInactiveCanNotLogInAndWhoIsOnHoldCan()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var (browser, _) = await Site.LogInAsync(email);
        await Site.UpdateAsync(id, part => part.Hold = new CustomerHold { Reason = "Checks" });
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/Admin/Customers")).Status);

        await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Inactive);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/Admin/Customers")).Status);
        Assert.False((await Site.UserAsync(email))!.IsEnabled);

        await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Active);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.LogInAsync(email)).Status);
        browser.Dispose();
    }

    [Fact]
    public async Task NothingOfTheAccountOutlivesTheCustomer()
    {
        var (id, email) = await Site.AddOwnerAsync();
        await Site.InviteAsync(id, email);
        await Site.LogInAsync(email);

        Assert.True((await Site.DeleteAsync(id)).Succeeded);

        Assert.Null(await Site.UserAsync(email));
        await Site.InScopeAsync(async services =>
        {
            Assert.Empty(await services.GetRequiredService<AccountCodes>().FindAsync(id));
            Assert.Empty(await services.GetRequiredService<Outbox>().FindAsync(id));
            Assert.Empty(await services.GetRequiredService<CustomerLogIns>().FindLastAsync([id]));
        });
    }

    [Fact]
    [Seed("E23")]
    public async Task TheLastLogInIsNotedAndDisturbsNobody()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var before = await Site.ReadAsync(id);

        await Site.LogInAsync(email, "wrong");
        Assert.Null(await LastLogInAsync(id));
        await Site.LogInAsync(email);

        Assert.InRange((await LastLogInAsync(id))!.Value, DateTime.UtcNow.AddMinutes(-2), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(before!.Revision, (await Site.ReadAsync(id))!.Revision);
    }

    private Task<DateTime?> LastLogInAsync(string id) => Site.InScopeAsync<DateTime?>(async services =>
        (await services.GetRequiredService<CustomerLogIns>().FindLastAsync([id])).TryGetValue(id, out var utc) ? utc : null);
}

public sealed class SqliteAccountFollowTests(SqliteAccounts fixture) : AccountFollowTests(fixture), IClassFixture<SqliteAccounts>;

public sealed class PostgresAccountFollowTests(PostgresAccounts fixture) : AccountFollowTests(fixture), IClassFixture<PostgresAccounts>;

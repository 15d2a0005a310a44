using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>Links by which customers set their passwords, from the mail to the log-in.</summary>
public abstract class PasswordLinkTests(AccountsSite fixture)
{
    private const string DeadCode = "Code: This link does not work any more: it was used, replaced by a newer one, or it is too old. Ask for a new one.";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S3", "S14")]
    public async Task AnInvitedCustomerSetsThePasswordAndLogsIn()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);
        Assert.Null(await Site.UserAsync(email));

        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);

        var user = await Site.UserAsync(email);
        Assert.Equal((true, true), (user!.EmailConfirmed, user.IsEnabled));
        Assert.Equal([CustomersConstants.Roles.Customer], user.RoleNames);
        Assert.Equal(user.UserId, (await Site.ReadAsync(id))!.AccountId);
        Assert.Equal(id, (await Site.WithAccountsAsync(accounts => accounts.FindCustomerAsync(user.UserId)))!.ContentItemId);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.LogInAsync(email)).Status);
        Assert.Contains(await Site.MailsAsync(email), mail => mail.Subject.Contains("was set", StringComparison.Ordinal));
    }

    [Fact]
    [Seed("S15")]
    public async Task WhoWasNotInvitedGetsAnAccountByAskingForAPassword()
    {
        var (id, email) = await Site.AddReachableAsync();
        await Site.InScopeAsync(services => services.GetRequiredService<ICustomerAccountManager>().RequestPasswordAsync($"  {email.ToUpperInvariant()} "));

        var mail = await Site.LastMailAsync(email);
        Assert.StartsWith("https://shop.example.com/account/reset-password?code=", mail.Link, StringComparison.Ordinal);
        Assert.True((await Site.SetPasswordAsync(mail.Code)).Succeeded);
        Assert.True(await Site.HasPasswordAsync(email, AccountsSiteExtensions.NewPassword));
        Assert.NotNull((await Site.ReadAsync(id))!.AccountId);
    }

    [Fact]
    public async Task WhoeverAsksForAPasswordLeavesTheSameTrace()
    {
        var (_, email) = await Site.AddReachableAsync();
        var unknown = $"nobody{Guid.NewGuid():N}@example.com";

        foreach (var address in new[] { email, unknown, "no address at all" })
        {
            await Site.InScopeAsync(services => services.GetRequiredService<ICustomerAccountManager>().RequestPasswordAsync(address));
        }

        var waiting = (await OutboxAsync()).Where(mail => mail.IsRequest).ToList();
        Assert.Equal([email, unknown, "no address at all"], waiting.Select(mail => mail.To));
        Assert.Single(waiting.Select(mail => (mail.Body, mail.CustomerId, mail.Address)).Distinct());

        Assert.Single(await Site.MailsAsync(email));
        Assert.Empty(await Site.MailsAsync(unknown));
        Assert.DoesNotContain(await OutboxAsync(), mail => mail.IsRequest);
    }

    /// <summary>Bar R5: of all who redeem a link at once, one gets through.</summary>
    [Fact]
    public async Task OfAHundredWhoRedeemALinkAtOnceExactlyOneWins()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);
        string[] passwords = [.. Enumerable.Range(0, 100).Select(index => $"Sesam-{index:000}")];

        var results = await Task.WhenAll(passwords.Select(password => Task.Run(() => Site.SetPasswordAsync(code, password))));

        var winner = passwords[Array.FindIndex(results, result => result.Succeeded)];
        Assert.Single(results, result => result.Succeeded);
        Assert.True(await Site.HasPasswordAsync(email, winner));
        Assert.Single(await Site.MailsAsync(email), mail => mail.Subject.Contains("was set", StringComparison.Ordinal));
        Assert.Equal(DeadCode, (await Site.SetPasswordAsync(code)).TheError());
    }

    [Fact]
    public async Task ANewLinkKillsTheOldOne()
    {
        var (id, email) = await Site.AddReachableAsync();
        var old = await Site.InviteAsync(id, email);
        var code = await Site.InviteAsync(id, email);

        Assert.NotEqual(old, code);
        Assert.Equal(DeadCode, (await Site.SetPasswordAsync(old)).TheError());
        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);
        Assert.Equal(DeadCode, (await Site.SetPasswordAsync(code)).TheError());
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("altered")]
    [InlineData("cut")]
    [InlineData("too old")]
    [InlineData("for another address")]
    [InlineData("of an inactive customer")]
    [InlineData("of a deleted customer")]
    public async Task ALinkIsOfNoUse(string which)
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);
        Assert.NotNull(await Site.WithAccountsAsync(accounts => accounts.FindCodeAsync(code, AccountCodePurpose.Invitation)));

        code = which switch
        {
            "altered" => (code[0] == 'A' ? 'B' : 'A') + code[1..],
            "cut" => code[..^1],
            _ => code,
        };
        await (which switch
        {
            "revoked" => Site.WithCustomerAsync(id, (accounts, customer) => accounts.RevokeAsync(customer)),
            "too old" => AgeAsync(id),
            "for another address" => Site.UpdateAsync(id, part => part.Email = "new" + email),
            "of an inactive customer" => Site.UpdateAsync(id, part => part.Status = CustomerStatus.Inactive),
            "of a deleted customer" => Site.DeleteAsync(id),
            _ => Task.CompletedTask,
        });

        Assert.Null(await Site.WithAccountsAsync(accounts => accounts.FindCodeAsync(code, AccountCodePurpose.Invitation)));
        Assert.Equal(DeadCode, (await Site.SetPasswordAsync(code)).TheError());
        Assert.Null(await Site.UserAsync(email));
    }

    [Fact]
    public async Task ALinkIsGoodForItsPurposeAlone()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);

        Assert.Null(await Site.WithAccountsAsync(accounts => accounts.FindCodeAsync(code, AccountCodePurpose.Reset)));
        Assert.Equal(DeadCode, (await Site.WithAccountsAsync(accounts => accounts.ConfirmEmailAsync(code))).TheError());
        Assert.Equal(DeadCode, (await Site.WithAccountsAsync(accounts => accounts.AttachAsync(code, null, AccountsSiteExtensions.NewPassword))).TheError());
        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);
    }

    [Fact]
    public async Task APasswordThatBreaksTheRulesLeavesTheLinkAlive()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);

        var refused = await Site.SetPasswordAsync(code, "short");

        Assert.Contains("The password needs at least", string.Join(' ', refused.Errors.Select(error => error.Message.Value)), StringComparison.Ordinal);
        Assert.All(refused.Errors, error => Assert.Equal(AccountFields.Password, error.Key));
        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);
    }

    /// <summary>Bar R5: all sessions are dead on the next request.</summary>
    [Fact]
    public async Task ANewPasswordEndsAllSessionsAtTheNextRequest()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var (browser, _) = await Site.LogInAsync(email);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/Admin/Customers")).Status);

        var code = await Site.InviteAsync(id, email);
        Assert.True((await Site.SetPasswordAsync(code, "Other-4711")).Succeeded);

        var answer = await browser.GetAsync("/Admin/Customers");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/Login", answer.Location, StringComparison.OrdinalIgnoreCase);
        browser.Dispose();
    }

    /// <summary>Bar R5: only a hash is stored. What waits in the outbox is encrypted, and gone once it is sent.</summary>
    [Fact]
    public async Task TheCodeItselfIsStoredNowhere()
    {
        var (id, email) = await Site.AddReachableAsync();
        await Site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer));
        var waiting = Assert.Single(await OutboxAsync(), mail => mail.CustomerId == id);
        Assert.DoesNotContain("http", waiting.Body, StringComparison.Ordinal);

        var code = (await Site.LastMailAsync(email)).Code;

        Assert.Equal(43, code.Length);
        var sent = Assert.Single(await OutboxAsync(), mail => mail.CustomerId == id);
        Assert.Equal((OutboxMailState.Sent, null), (sent.State, sent.Body));
        await Site.InScopeAsync(async services =>
        {
            var stored = Assert.Single(await services.GetRequiredService<AccountCodes>().FindAsync(id));
            Assert.Matches("^[0-9a-f]{64}$", stored.Hash);
            Assert.DoesNotContain(code, System.Text.Json.JsonSerializer.Serialize(stored), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task WhoHasNoAddressOrIsInactiveIsNotInvited()
    {
        var nowhere = await Site.AddAsync("Nowhere " + Guid.NewGuid().ToString("N")[..6]);
        var (inactive, email) = await Site.AddReachableAsync(part => part.Status = CustomerStatus.Inactive);

        Assert.Equal("CustomerPart.Email: Without an e-mail address no link can be sent.", (await Site.WithCustomerAsync(nowhere, (accounts, customer) => accounts.InviteAsync(customer))).TheError());
        Assert.StartsWith(": An inactive customer can't log in.", (await Site.WithCustomerAsync(inactive, (accounts, customer) => accounts.InviteAsync(customer))).TheError(), StringComparison.Ordinal);

        await Site.InScopeAsync(services => services.GetRequiredService<ICustomerAccountManager>().RequestPasswordAsync(email));
        Assert.Empty(await Site.MailsAsync(email));
    }

    [Fact]
    public async Task ARecordThatNoRuleWouldAcceptAnyMoreKeepsNobodyFromSettingAPassword()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);
        await Site.ChangeSettingsAsync(("RequiredFields", nameof(CustomerPart.Company)));

        var set = await Site.SetPasswordAsync(code);

        await Site.ChangeSettingsAsync(("RequiredFields", ""));
        Assert.True(set.Succeeded);
    }

    [Fact]
    public async Task WhoEditsTheRecordMeanwhileIsNotDisturbed()
    {
        var (id, email) = await Site.AddReachableAsync();
        var code = await Site.InviteAsync(id, email);
        var revision = (await Site.ReadAsync(id))!.Revision;

        Assert.True((await Site.SetPasswordAsync(code)).Succeeded);

        Assert.Equal(revision, (await Site.ReadAsync(id))!.Revision);
    }

    private Task<IReadOnlyList<OutboxMail>> OutboxAsync() => Site.InScopeAsync<IReadOnlyList<OutboxMail>>(async services =>
        [.. await services.GetRequiredService<ISession>().Query<OutboxMail, OutboxMailIndex>(collection: CustomersConstants.Collection).OrderBy(index => index.DocumentId).NoDuplicates().ListAsync()]);

    private Task AgeAsync(string id) => Site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();

        foreach (var code in await services.GetRequiredService<AccountCodes>().FindAsync(id))
        {
            code.ExpiresUtc = DateTime.UtcNow.AddSeconds(-1);
            await session.SaveAsync(code, collection: CustomersConstants.Collection);
        }
    });
}

public sealed class SqlitePasswordLinkTests(SqliteAccounts fixture) : PasswordLinkTests(fixture), IClassFixture<SqliteAccounts>;

public sealed class PostgresPasswordLinkTests(PostgresAccounts fixture) : PasswordLinkTests(fixture), IClassFixture<PostgresAccounts>;

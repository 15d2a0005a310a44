using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>What becomes of an account by its owner, and by those who look after it.</summary>
public abstract class AccountOwnerTests(AccountsSite fixture)
{
    private const string Password = AccountsSiteExtensions.NewPassword;
    private const string OtherPassword = "Other-4711";

    private TestSite Site => fixture.Site;

    [Fact]
    [Seed("S1")]
    public async Task ACustomerChangesThePassword()
    {
        var (id, email) = await Site.AddOwnerAsync();

        Assert.Equal("CurrentPassword: This is not the password.", (await AskAsync(id, (accounts, customer) => accounts.ChangePasswordAsync(customer, "wrong", OtherPassword))).TheError());
        Assert.Equal([AccountFields.Password], (await AskAsync(id, (accounts, customer) => accounts.ChangePasswordAsync(customer, Password, "x"))).Errors.Select(error => error.Key).Distinct());
        Assert.True((await AskAsync(id, (accounts, customer) => accounts.ChangePasswordAsync(customer, Password, OtherPassword))).Succeeded);

        Assert.True(await Site.HasPasswordAsync(email, OtherPassword));
        Assert.Equal(2, (await Site.MailsAsync(email)).Count(mail => mail.Subject.Contains("was set", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhoTriesPasswordsIsLockedOutAndANewLinkOpensTheDoorAgain()
    {
        var (id, email) = await Site.AddOwnerAsync();

        for (var attempt = 0; attempt < 6; attempt++)
        {
            await AskAsync(id, (accounts, customer) => accounts.CloseAsync(customer, "wrong"));
        }

        Assert.Equal("CurrentPassword: The wrong password was typed too often. Try again later.", (await AskAsync(id, (accounts, customer) => accounts.CloseAsync(customer, Password))).TheError());
        Assert.True((await Site.SetPasswordAsync(await Site.InviteAsync(id, email), OtherPassword)).Succeeded);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.LogInAsync(email, OtherPassword)).Status);
    }

    [Fact]
    [Seed("S1")]
    public async Task ANewAddressIsConfirmedByTheNewOneAndToldToTheOldOne()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var next = "next" + email;
        var (browser, _) = await Site.LogInAsync(email);

        Assert.Equal("CurrentPassword: This is not the password.", (await AskAsync(id, (accounts, customer) => accounts.RequestEmailAsync(customer, "wrong", next))).TheError());
        Assert.Equal("Email: This is no e-mail address. It looks like name@example.com.", (await AskAsync(id, (accounts, customer) => accounts.RequestEmailAsync(customer, Password, "nonsense"))).TheError());
        Assert.Equal("Email: This is the address you have already.", (await AskAsync(id, (accounts, customer) => accounts.RequestEmailAsync(customer, Password, email.ToUpperInvariant()))).TheError());
        Assert.True((await AskAsync(id, (accounts, customer) => accounts.RequestEmailAsync(customer, Password, next))).Succeeded);

        Assert.Contains(await Site.MailsAsync(email), mail => mail.Text.Contains(next, StringComparison.Ordinal));
        Assert.Equal(email, (await Site.ReadAsync(id))!.Email);
        var code = (await Site.LastMailAsync(next)).Code;

        Assert.True((await Site.WithAccountsAsync(accounts => accounts.ConfirmEmailAsync(code))).Succeeded);

        Assert.Equal(next, (await Site.ReadAsync(id))!.Email);
        Assert.True((await Site.UserAsync(next))!.EmailConfirmed);
        Assert.Null(await Site.UserAsync(email));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/Admin/Customers")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Site.LogInAsync(next)).Status);
        Assert.False((await Site.WithAccountsAsync(accounts => accounts.ConfirmEmailAsync(code))).Succeeded);
        browser.Dispose();
    }

    [Fact]
    public async Task AnAddressThatSomebodyElseHasGetsNoLinkAndNobodyIsTold()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var (_, taken) = await Site.AddReachableAsync();

        Assert.True((await AskAsync(id, (accounts, customer) => accounts.RequestEmailAsync(customer, Password, taken))).Succeeded);

        Assert.Empty(await Site.MailsAsync(taken));
        Assert.Contains(await Site.MailsAsync(email), mail => mail.Text.Contains(taken, StringComparison.Ordinal));
    }

    [Fact]
    [Seed("S1")]
    public async Task WhoClosesTheAccountStaysOnRecordAndMayComeBack()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var (browser, _) = await Site.LogInAsync(email);

        Assert.Equal("CurrentPassword: This is not the password.", (await AskAsync(id, (accounts, customer) => accounts.CloseAsync(customer, "wrong"))).TheError());
        Assert.True((await AskAsync(id, (accounts, customer) => accounts.CloseAsync(customer, Password))).Succeeded);

        Assert.Null((await Site.ReadAsync(id))!.AccountId);
        Assert.Null(await Site.UserAsync(email));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/Admin/Customers")).Status);
        Assert.Contains(await Site.MailsAsync(email), mail => mail.Subject.Contains("closed", StringComparison.Ordinal));
        Assert.True((await Site.SetPasswordAsync(await Site.InviteAsync(id, email))).Succeeded);
        browser.Dispose();
    }

    [Fact]
    public async Task AUserOfTheSiteBecomesTheAccountOnlyWithProof()
    {
        var (email, _) = await AddUserAsync("Editor");
        var (id, _) = await Site.AddReachableAsync(part => part.Email = email);
        var code = await Site.InviteAsync(id, email);
        Assert.Contains("/account/attach?code=", (await Site.LastMailAsync(email)).Link, StringComparison.Ordinal);

        Assert.False((await Site.SetPasswordAsync(code)).Succeeded);
        Assert.Equal("CurrentPassword: This is not the password.", (await Site.WithAccountsAsync(accounts => accounts.AttachAsync(code, null, "wrong"))).TheError());
        Assert.Equal("CurrentPassword: This is not the password.", (await Site.WithAccountsAsync(accounts => accounts.AttachAsync(code, "somebody else", null))).TheError());
        Assert.Null((await Site.ReadAsync(id))!.AccountId);

        Assert.True((await Site.WithAccountsAsync(accounts => accounts.AttachAsync(code, null, TestSite.Password))).Succeeded);

        var user = await Site.UserAsync(email);
        Assert.Equal(user!.UserId, (await Site.ReadAsync(id))!.AccountId);
        Assert.Equal(["Customer", "Editor"], user.RoleNames.Order());
    }

    [Fact]
    public async Task AUserWhoIsLoggedInNeedsNoPasswordToBeAttached()
    {
        var (email, userId) = await AddUserAsync();
        var (id, _) = await Site.AddReachableAsync(part => part.Email = email);
        var code = await Site.InviteAsync(id, email);

        Assert.True((await Site.WithAccountsAsync(accounts => accounts.AttachAsync(code, userId, null))).Succeeded);
        Assert.Equal(userId, (await Site.ReadAsync(id))!.AccountId);
    }

    /// <summary>A user who is both staff and customer: what customers' links do ends where the staff's rights begin.</summary>
    [Fact]
    public async Task NoLinkForCustomersSetsThePasswordOfStaff()
    {
        var (email, _) = await AddUserAsync("Editor");
        var (id, _) = await Site.AddReachableAsync(part => part.Email = email);
        Assert.True((await Site.WithAccountsAsync(async accounts => await accounts.AttachAsync(await Site.InviteAsync(id, email), null, TestSite.Password))).Succeeded);

        await AskAsync(id, (accounts, customer) => accounts.InviteAsync(customer));

        var mail = await Site.LastMailAsync(email, mail => mail.Text.Contains("other rights", StringComparison.Ordinal));
        Assert.Equal("", mail.Link);

        // Who looks after customers changes a customer's address, not that of a colleague.
        Assert.True((await Site.UpdateAsync(id, part => part.Email = "mine" + email)).Succeeded);
        Assert.NotNull(await Site.UserAsync(email));
        await Site.UpdateAsync(id, part => part.Status = CustomerStatus.Inactive);
        Assert.True((await Site.UserAsync(email))!.IsEnabled);

        Assert.True((await AskAsync(id, (accounts, customer) => accounts.DetachAsync(customer))).Succeeded);
        Assert.Equal(["Editor"], (await Site.UserAsync(email))!.RoleNames);
    }

    [Fact]
    public async Task WhoBecomesStaffAfterALinkWasMailedKeepsThePassword()
    {
        var (id, email) = await Site.AddOwnerAsync();
        var code = await Site.InviteAsync(id, email);
        await Site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = (User)(await users.FindByEmailAsync(email))!;
            user.RoleNames.Add("Administrator");
            await users.UpdateAsync(user);
        });

        Assert.StartsWith(": This account has other rights", (await Site.SetPasswordAsync(code, OtherPassword)).TheError(), StringComparison.Ordinal);
        Assert.True(await Site.HasPasswordAsync(email, Password));
    }

    [Fact]
    public async Task AUserIsTheAccountOfOneCustomer()
    {
        var (first, email) = await Site.AddOwnerAsync();
        var (second, _) = await Site.AddReachableAsync();
        var user = (await Site.ReadAsync(first))!.AccountId!;

        var refused = await Site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(second);
            services.GetRequiredService<CustomerAccountLink>().Change(customer!, user);

            return await services.GetRequiredService<ICustomerManager>().UpdateAsync(customer!);
        });

        Assert.False(refused.Succeeded);
        Assert.Null((await Site.ReadAsync(second))!.AccountId);
        Assert.Equal(first, (await Site.WithAccountsAsync(accounts => accounts.FindCustomerAsync(user)))!.ContentItemId);
        Assert.NotEmpty(email);
    }

    [Fact]
    public async Task WhatASaveSaysOfTheAccountIsNotTaken()
    {
        var (id, _) = await Site.AddOwnerAsync();
        var account = (await Site.ReadAsync(id))!.AccountId;
        var (other, email) = await Site.AddReachableAsync(part => part.AccountId = account);
        Assert.Null((await Site.ReadAsync(other))!.AccountId);

        Assert.True((await Site.UpdateAsync(other, part => (part.AccountId, part.Company) = (account, "Changed"))).Succeeded);
        Assert.True((await Site.UpdateAsync(id, part => (part.AccountId, part.Company) = (null, "Changed"))).Succeeded);

        Assert.Equal((null, "Changed"), ((await Site.ReadAsync(other))!.AccountId, (await Site.ReadAsync(other))!.Company));
        Assert.Equal((account, "Changed"), ((await Site.ReadAsync(id))!.AccountId, (await Site.ReadAsync(id))!.Company));
        Assert.NotEmpty(email);
    }

    private Task<Result> AskAsync(string id, Func<ICustomerAccountManager, ContentItem, Task<Result>> ask) => Site.WithCustomerAsync(id, ask);

    private async Task<(string Email, string UserId)> AddUserAsync(params string[] roles)
    {
        var email = await SiteUser.CreateAsync(Site, roles) + "@example.com";

        return (email, (await Site.UserAsync(email))!.UserId);
    }
}

public sealed class SqliteAccountOwnerTests(SqliteAccounts fixture) : AccountOwnerTests(fixture), IClassFixture<SqliteAccounts>;

public sealed class PostgresAccountOwnerTests(PostgresAccounts fixture) : AccountOwnerTests(fixture), IClassFixture<PostgresAccounts>;

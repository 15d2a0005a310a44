using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Accounts;
using OrchardCore.Customers.Accounts.Mails;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts;

/// <summary>A site with accounts and without customers, shared by the tests of a class.</summary>
public abstract class AccountsSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>What links begin with when nobody asks by a browser.</summary>
    public const string Settings = """{ "name": "settings", "BaseUrl": "https://shop.example.com", "SiteName": "Test" }""";

    public static Task<TestSite> StartAsync(TestSiteDatabase database, Action<IServiceCollection>? services = null)
        => TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Accounts], [CustomersSite.Roles, Settings], services);

    public async ValueTask InitializeAsync() => _site = await StartAsync(database);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteAccounts() : AccountsSite(TestSiteDatabase.Sqlite);

public sealed class PostgresAccounts() : AccountsSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with accounts, each in a scope of its own, as requests would.</summary>
internal static class AccountsSiteExtensions
{
    public const string NewPassword = "Sesam-4711";

    /// <summary>Creates a customer with an address of their own.</summary>
    public static async Task<(string Id, string Email)> AddReachableAsync(this TestSite site, Action<CustomerPart>? fill = null)
    {
        var email = $"c{Guid.NewGuid():N}@example.com";
        var id = await site.AddAsync(part =>
        {
            (part.ContactName, part.Email) = ("Åse " + email[..6], email);
            fill?.Invoke(part);
        });

        return (id, email);
    }

    public static Task<T> WithAccountsAsync<T>(this TestSite site, Func<ICustomerAccountManager, Task<T>> ask)
        => site.InScopeAsync(services => ask(services.GetRequiredService<ICustomerAccountManager>()));

    public static Task<Result> WithCustomerAsync(this TestSite site, string id, Func<ICustomerAccountManager, ContentItem, Task<Result>> ask)
        => site.InScopeAsync(async services => await ask(services.GetRequiredService<ICustomerAccountManager>(), (await services.GetRequiredService<ICustomerManager>().FindAsync(id))!));

    /// <summary>Invites a customer, who has to be invited.</summary>
    /// <returns>The code that was mailed.</returns>
    public static async Task<string> InviteAsync(this TestSite site, string id, string email)
    {
        var invited = await site.WithCustomerAsync(id, (accounts, customer) => accounts.InviteAsync(customer));
        Assert.True(invited.Succeeded, string.Join(' ', invited.Errors.Select(error => error.Message.Value)));

        return (await site.LastMailAsync(email, mail => mail.Code.Length > 0)).Code;
    }

    public static Task<Result> SetPasswordAsync(this TestSite site, string code, string password = NewPassword) => site.WithAccountsAsync(accounts => accounts.SetPasswordAsync(code, password));

    /// <summary>A customer with an account, and the password <see cref="NewPassword"/>.</summary>
    public static async Task<(string Id, string Email)> AddOwnerAsync(this TestSite site, Action<CustomerPart>? fill = null)
    {
        var (id, email) = await site.AddReachableAsync(fill);
        Assert.True((await site.SetPasswordAsync(await site.InviteAsync(id, email))).Succeeded);

        return (id, email);
    }

    public static Task SendMailsAsync(this TestSite site) => site.InScopeAsync(services => services.GetRequiredService<OutboxSender>().RunAsync());

    /// <summary>Sends what is due and reads the mails to an address, the latest last.</summary>
    public static async Task<IReadOnlyList<TestMail>> MailsAsync(this TestSite site, string email)
    {
        await site.SendMailsAsync();

        return Directory.Exists(site.Mails)
            ? [.. new DirectoryInfo(site.Mails).GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => TestMail.Read(file.FullName)).Where(mail => mail.To.Contains(email, StringComparison.OrdinalIgnoreCase))]
            : [];
    }

    /// <summary>The latest of the mails that are meant; two that were sent at once have no order.</summary>
    public static async Task<TestMail> LastMailAsync(this TestSite site, string email, Func<TestMail, bool>? isMeant = null)
    {
        var mails = await site.MailsAsync(email);
        Assert.Contains(mails, mail => isMeant?.Invoke(mail) ?? true);

        return mails.Last(mail => isMeant?.Invoke(mail) ?? true);
    }

    /// <summary>The latest mail of those that are sent after a request, once it is there.</summary>
    public static async Task<TestMail> WaitForMailAsync(this TestSite site, string email, Func<TestMail, bool>? isMeant = null)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await site.MailsAsync(email)).LastOrDefault(mail => isMeant?.Invoke(mail) ?? true) is { } mail)
            {
                return mail;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(email);
    }

    public static Task<User?> UserAsync(this TestSite site, string email)
        => site.InScopeAsync(async services => await services.GetRequiredService<UserManager<IUser>>().FindByEmailAsync(email) as User);

    public static Task<bool> HasPasswordAsync(this TestSite site, string email, string password) => site.InScopeAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();

        return await users.FindByEmailAsync(email) is { } user && await users.CheckPasswordAsync(user, password);
    });

    /// <summary>Logs in by Orchard's own form.</summary>
    public static async Task<(SiteUser User, HttpStatusCode Status)> LogInAsync(this TestSite site, string email, string password = NewPassword)
    {
        var user = SiteUser.Anonymous(site);
        var answer = await user.SubmitAsync("/Login", ("LoginForm.UserName", email), ("LoginForm.Password", password));

        return (user, answer.Status);
    }

    /// <summary>Changes the settings of accounts on their page.</summary>
    public static async Task ChangeAccountSettingsAsync(this TestSite site, params (string Name, string Value)[] changes)
    {
        using var admin = await SiteUser.AdminAsync(site);
        var saved = await admin.SubmitAsync("/Admin/Settings/customers-accounts", [.. changes.Select(change => ("ISite.CustomerAccountSettings." + change.Name, change.Value))]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }
}

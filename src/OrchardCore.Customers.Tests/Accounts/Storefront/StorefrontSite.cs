using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Accounts.Storefront;

/// <summary>A site whose customers have accounts, shared by the tests of a class.</summary>
public abstract class StorefrontSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>All tests come from one address of the network; only those of the limits want it to be limited.</summary>
    public const string Unlimited = """
        { "name": "settings", "RateLimitSettings": { "PerAccount": 5, "PerNetworkAddress": 100000 } }
        """;

    public async ValueTask InitializeAsync()
        => _site = await TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Accounts], CustomersSite.Roles, Unlimited);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteStorefront() : StorefrontSite(TestSiteDatabase.Sqlite);

public sealed class PostgresStorefront() : StorefrontSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with the accounts of customers.</summary>
internal static class StorefrontSiteExtensions
{
    public static string NewEmail() => $"shopper-{Guid.NewGuid().ToString("N")[..8]}@example.com";

    /// <summary>Makes a customer with an account, whose password is the administrator's.</summary>
    public static async Task<Shopper> AddShopperAsync(this TestSite site, Action<CustomerPart>? fill = null, params string[] roles)
    {
        var email = NewEmail();
        var userId = await site.InScopeAsync(async services =>
        {
            var user = new User { UserName = email.Split('@')[0].Replace("-", "", StringComparison.Ordinal), Email = email, EmailConfirmed = true, IsEnabled = true, RoleNames = [CustomersConstants.Roles.Customer, .. roles] };
            var created = await services.GetRequiredService<UserManager<IUser>>().CreateAsync(user, TestSite.Password);
            Assert.True(created.Succeeded, string.Join(' ', created.Errors.Select(error => error.Description)));

            return user.UserId;
        });
        var id = await site.AddAsync(part =>
        {
            (part.ContactName, part.FirstName, part.LastName, part.Email) = ("Åse Shopper", "Åse", "Shopper", email);
            fill?.Invoke(part);
        });
        await site.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<ICustomerManager>();
            var customer = await manager.FindAsync(id);
            services.GetRequiredService<CustomerAccountLink>().Change(customer!, userId);
            Assert.True((await manager.UpdateAsync(customer!)).Succeeded);
        });

        return new Shopper(site, id, email, userId);
    }
}

/// <summary>A customer with an account.</summary>
internal sealed record Shopper(TestSite Site, string Id, string Email, string UserId)
{
    public async Task<SiteUser> LogInAsync(string password = TestSite.Password)
    {
        var user = SiteUser.Anonymous(Site);
        var answer = await user.LogInAsync(Email, password);
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (answer.Status, answer.Location));

        return user;
    }

    public Task<CustomerPart?> ReadAsync() => Site.ReadAsync(Id);

    public Task<User> UserAsync() => Site.InScopeAsync(async services => (User)(await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(UserId))!);
}

internal static class SiteUserExtensions
{
    public static Task<SitePage> LogInAsync(this SiteUser user, string email, string password, string query = "")
        => user.SubmitAsync("/account/login" + query, ("Email", email), ("Password", password));
}

using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Infrastructure;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.Sites;

/// <summary>A site with three places to shop at, one of them switched off, and no customers; shared by the tests of a class.</summary>
public abstract class SitesSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>As a recipe sets them, with what is no site among them.</summary>
    public const string Sites = """
        {
          "name": "settings",
          "StoreSiteSettings": { "Sites": [
            { "Code": "DE", "Name": "Germany", "StorefrontUrl": "https://de.example.com", "Currencies": [ "EUR" ], "Languages": [ "de" ], "IsActive": true, "Revision": 1 },
            { "Code": "UK", "Name": "United <Kingdom>", "StorefrontUrl": "https://uk.example.com", "Currencies": [ "GBP" ], "Languages": [ "en-GB" ], "IsActive": true, "Revision": 1 },
            { "Code": "OLD", "Name": "Closed", "StorefrontUrl": "javascript:alert(1)", "Currencies": [ "EUR" ], "Languages": [ "de" ], "IsActive": false, "Revision": 1 },
            { "Code": "de", "Name": "The same code again" },
            { "Code": "no code", "Name": "No code" },
            { "Code": "HALF", "Name": "Half", "Currencies": null },
            null
          ] }
        }
        """;

    public static Task<TestSite> StartAsync(TestSiteDatabase database, params string[] steps)
        => TestSite.StartAsync("SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.Sites], steps);

    public async ValueTask InitializeAsync() => _site = await StartAsync(database, CustomersSite.Roles, Sites);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteSites() : SitesSite(TestSiteDatabase.Sqlite);

public sealed class PostgresSites() : SitesSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with sites, each in a scope of its own, as requests would.</summary>
internal static class SitesSiteExtensions
{
    public static Task<T> SitesAsync<T>(this TestSite site, Func<IStoreSiteManager, Task<T>> act) => site.InScopeAsync(services => act(services.GetRequiredService<IStoreSiteManager>()));

    public static StoreSite NewSite(string code) => new() { Code = code, Name = "Site " + code, StorefrontUrl = "https://shop.example.com", Currencies = ["EUR"], Languages = ["de"] };

    /// <summary>Adds a site that has to be accepted.</summary>
    public static async Task<string> AddSiteAsync(this TestSite site, Action<StoreSite>? fill = null)
    {
        var added = NewSite("S" + Guid.NewGuid().ToString("N")[..8]);
        fill?.Invoke(added);
        (await site.SitesAsync(manager => manager.CreateAsync(added))).Succeeds();

        return added.Code;
    }

    /// <summary>Limits a user to sites.</summary>
    public static async Task LimitAsync(this TestSite site, string userName, params string[] codes)
    {
        var userId = await site.UserIdAsync(userName);
        (await site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<IUserSitesManager>();

            return await users.SaveAsync(new UserSites { UserId = userId, Sites = codes, Revision = (await users.FindAsync(userId))?.Revision ?? 0 });
        })).Succeeds();
    }

    public static void Succeeds(this Result result) => Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(error => $"{error.Key}: {error.Message.Value}")));
}

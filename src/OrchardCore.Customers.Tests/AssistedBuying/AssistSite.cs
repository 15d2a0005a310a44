using System.Security.Claims;
using System.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Accounts;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using OrchardCore.Infrastructure;
using OrchardCore.Users;
using Platform.Tests.Hosting;
using Xunit;
using YesSql;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>A site with assisted buying at some of its storefronts, and without customers; shared by the tests of a class.</summary>
public abstract class AssistSite(TestSiteDatabase database) : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site!;

    /// <summary>A role that may act for the customers one manages.</summary>
    public const string OwnAgent = "OwnAgent";

    /// <summary>A role that may act for every customer.</summary>
    public const string Agent = "Agent";

    public const string Origin = "https://shop.example.com";

    public const string OtherOrigin = "https://checkout.example.com";

    private static readonly string Roles = $$"""
        {
          "name": "Roles",
          "Roles": [
            { "Name": "{{OwnAgent}}", "Permissions": [ "AccessAdminPanel", "{{CustomersPermissions.ViewCustomers.Name}}", "{{AssistedBuyingPermissions.AssistCustomers.Name}}" ] },
            { "Name": "{{Agent}}", "Permissions": [ "AccessAdminPanel", "{{CustomersPermissions.ViewAllCustomers.Name}}", "{{AssistedBuyingPermissions.AssistCustomers.Name}}" ] }
          ]
        }
        """;

    /// <summary>SHOP has all modes and another origin besides its own, CART one mode at an address below a folder; the others have no assisted buying.</summary>
    private const string Sites = """
        {
          "name": "settings",
          "StoreSiteSettings": { "Sites": [
            { "Code": "SHOP", "Name": "Shop", "StorefrontUrl": "https://shop.example.com", "IsActive": true, "Revision": 1,
              "AssistedBuying": { "IsEnabled": true, "EntryPath": "/assist?from=admin", "SessionMinutes": 30, "AllowedOrigins": [ "https://checkout.example.com" ] } },
            { "Code": "CART", "Name": "Cart", "StorefrontUrl": "https://www.example.com/de", "IsActive": true, "Revision": 1,
              "AssistedBuying": { "IsEnabled": true, "Modes": [ "Cart" ], "SessionMinutes": 5 } },
            { "Code": "PLAIN", "Name": "Plain", "StorefrontUrl": "https://plain.example.com", "IsActive": true, "Revision": 1 },
            { "Code": "CLOSED", "Name": "Closed", "StorefrontUrl": "https://closed.example.com", "IsActive": false, "Revision": 1, "AssistedBuying": { "IsEnabled": true } },
            { "Code": "NOWHERE", "Name": "Nowhere", "StorefrontUrl": "javascript:alert(1)", "IsActive": true, "Revision": 1, "AssistedBuying": { "IsEnabled": true } }
          ] }
        }
        """;

    public static Task<TestSite> StartAsync(TestSiteDatabase database) => TestSite.StartAsync(
        "SampleHost", database, [CustomersConstants.Features.Customers, CustomersConstants.Features.AssistedBuying], [CustomersSite.Roles, Roles, AccountsSite.Settings, Sites]);

    public async ValueTask InitializeAsync() => _site = await StartAsync(database);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}

public sealed class SqliteAssist() : AssistSite(TestSiteDatabase.Sqlite);

public sealed class PostgresAssist() : AssistSite(TestSiteDatabase.Postgres);

/// <summary>What tests do with sessions, each in a scope of its own, as requests would.</summary>
internal static class AssistSiteExtensions
{
    public static Task<T> WithAssistAsync<T>(this TestSite site, Func<IAssistedBuyingService, Task<T>> ask) => site.InScopeAsync(services => ask(services.GetRequiredService<IAssistedBuyingService>()));

    /// <summary>A customer who has an account and shops at all sites.</summary>
    public static async Task<string> AddShopperAsync(this TestSite site, Action<CustomerPart>? fill = null)
        => (await site.AddOwnerAsync(part =>
        {
            (part.PreferredSite, part.Sites) = ("CART", ["SHOP", "PLAIN", "NOWHERE"]);
            fill?.Invoke(part);
        })).Id;

    /// <summary>Somebody as the admin knows them.</summary>
    public static async Task<ClaimsPrincipal> WhoAsync(IServiceProvider services, string userName)
    {
        var user = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(userName);

        return await services.GetRequiredService<IUserClaimsPrincipalFactory<IUser>>().CreateAsync(user!);
    }

    /// <summary>Asks for a session at SHOP, to see it all, unless it is changed.</summary>
    public static Task<(Result Result, AssistedStart? Start)> AskAsync(this TestSite site, string userName, string customerId, Action<AssistRequest>? change = null) => site.InScopeAsync(async services =>
    {
        var request = new AssistRequest { CustomerId = customerId, Site = "SHOP", Mode = AssistMode.Full, Reason = "Called and asked for help" };
        change?.Invoke(request);

        return await services.GetRequiredService<IAssistedBuyingService>().StartAsync(await WhoAsync(services, userName), request);
    });

    /// <summary>Begins a session, which has to be allowed.</summary>
    /// <returns>Its id, and the code.</returns>
    public static async Task<(string Id, string Code)> StartSessionAsync(this TestSite site, string userName, string customerId, Action<AssistRequest>? change = null)
    {
        var (result, start) = await site.AskAsync(userName, customerId, change);
        result.Succeeds();

        return (start!.Session.SessionId, HttpUtility.ParseQueryString(new Uri(start.Url).Query)[AssistFields.Code]!);
    }

    public static Task<(Result Result, AssistedVisit? Visit)> ExchangeAsync(this TestSite site, string? code, string siteCode = "SHOP", string? origin = AssistSite.Origin)
        => site.WithAssistAsync(assist => assist.ExchangeAsync(siteCode, code, origin));

    /// <summary>What is stored of a session.</summary>
    public static Task<AssistedSession> SessionAsync(this TestSite site, string sessionId, Action<AssistedSession>? change = null) => site.InScopeAsync(async services =>
    {
        var session = services.GetRequiredService<ISession>();
        var stored = await session.Query<AssistedSession, AssistedSessionIndex>(index => index.SessionId == sessionId, collection: CustomersConstants.Collection).FirstOrDefaultAsync();
        Assert.NotNull(stored);

        if (change is not null)
        {
            change(stored);
            await session.SaveAsync(stored, collection: CustomersConstants.Collection);
        }

        return stored;
    });

    /// <summary>Changes what there is of a site, as its form would.</summary>
    public static async Task ChangeSiteAsync(this TestSite site, string code, Action<StoreSite> change)
        => await site.InScopeAsync(async services =>
        {
            var settings = services.GetRequiredService<OrchardCore.Settings.ISiteService>();
            var container = await settings.LoadSiteSettingsAsync();
            OrchardCore.Entities.EntityExtensions.Alter<StoreSiteSettings>(container, all => change(all.Sites.Single(stored => stored.Code == code)));
            await settings.UpdateSiteSettingsAsync(container);
        });
}

using System.Net;
using System.Net.Http.Headers;
using OrchardCore.Customers.Sites;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Shared;
using Platform.Tests.Hosting;
using Xunit;
using static OrchardCore.Customers.Tests.AssistedBuying.StorefrontServer;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistLimitTests(SqliteAssist fixture) : AssistLimitTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistLimitTests(PostgresAssist fixture) : AssistLimitTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>Who is wrong too often is refused for a while, and nobody else. Each test has visitors of its own, since all share the hour.</summary>
public abstract class AssistLimitTests(AssistSite fixture)
{
    private const int Limit = 20;

    /// <summary>What has the shape of a secret or a code, and is none.</summary>
    private static readonly string Wrong = new('A', 43);

    private TestSite Site => fixture.Site;

    [Fact]
    public async Task WhoTriesTooManyCodesIsRefusedForAWhileAndNobodyElse()
    {
        var secret = await BasicAsync("SHOP");
        var id = await Site.AddShopperAsync();

        for (var attempt = 0; attempt < Limit; attempt++)
        {
            Problem(HttpStatusCode.BadRequest, await ExchangeAsync(secret, Wrong, "192.0.2.1"));
        }

        var code = await CodeAsync(id);
        Problem(HttpStatusCode.TooManyRequests, await ExchangeAsync(secret, code, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(secret, code, "192.0.2.2")).Status);

        // What was right is not counted.
        for (var attempt = 0; attempt < Limit + 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(secret, await CodeAsync(id), "192.0.2.3")).Status);
        }
    }

    [Fact]
    public async Task WhoTriesTooManySecretsIsRefusedForAWhile()
    {
        var (shop, cart) = (await BasicAsync("SHOP"), await BasicAsync("CART"));
        var id = await Site.AddShopperAsync();

        for (var attempt = 0; attempt < Limit; attempt++)
        {
            Problem(HttpStatusCode.Unauthorized, await ExchangeAsync(Basic("SHOP", Wrong), Wrong));
        }

        Problem(HttpStatusCode.TooManyRequests, await ExchangeAsync(Basic("SHOP", Wrong), Wrong));

        // Another site is counted on its own, and who is right is right: both stand behind the same network address.
        Problem(HttpStatusCode.Unauthorized, await ExchangeAsync(Basic("CART", Wrong), Wrong));
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(cart, await CodeAsync(id, "CART", AssistMode.Cart), "192.0.2.11", "https://www.example.com")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(shop, await CodeAsync(id), "192.0.2.11")).Status);
    }

    [Fact]
    public async Task NamesOfNoSiteAreCountedTogether()
    {
        for (var attempt = 0; attempt < Limit; attempt++)
        {
            Problem(HttpStatusCode.Unauthorized, await ExchangeAsync(Basic(attempt % 2 == 0 ? $"NONE{attempt}" : new string('x', 100 + attempt), Wrong), Wrong));
        }

        Problem(HttpStatusCode.TooManyRequests, await ExchangeAsync(Basic("NOBODY", Wrong), Wrong));

        // What is no credential at all is not looked up, and so not counted.
        Problem(HttpStatusCode.Unauthorized, await ExchangeAsync(Basic("SH\0P", Wrong), Wrong));
    }

    [Fact]
    public async Task HoweverManyCodesComeAtOnceTheStorefrontIsNotLockedOut()
    {
        var secret = await BasicAsync("SHOP");
        var code = await CodeAsync(await Site.AddShopperAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(number => Task.Run(() => ExchangeAsync(secret, Wrong, $"198.51.100.{number % 4}"))));

        Assert.All(answers, answer => Problem(answer.Status == HttpStatusCode.TooManyRequests ? answer.Status : HttpStatusCode.BadRequest, answer));
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(secret, code, "198.51.100.99")).Status);
    }

    [Fact]
    public async Task AVisitorHasOnePlaceInTheNetworkHoweverItIsWritten()
    {
        var secret = await BasicAsync("SHOP");

        for (var attempt = 0; attempt < Limit; attempt++)
        {
            Problem(HttpStatusCode.BadRequest, await ExchangeAsync(secret, Wrong, $"2001:db8:1:2:{attempt}::1"));
            Problem(HttpStatusCode.BadRequest, await ExchangeAsync(secret, Wrong, attempt % 2 == 0 ? "203.0.113.9" : "::FFFF:203.0.113.9"));
        }

        Problem(HttpStatusCode.TooManyRequests, await ExchangeAsync(secret, Wrong, "2001:0DB8:1:2:ffff::"));
        Problem(HttpStatusCode.TooManyRequests, await ExchangeAsync(secret, Wrong, "::ffff:cb00:7109"));
        Problem(HttpStatusCode.BadRequest, await ExchangeAsync(secret, Wrong, "2001:db8:1:3::1"));
        Problem(HttpStatusCode.BadRequest, await ExchangeAsync(secret, Wrong, "203.0.113.10"));
    }

    [Fact]
    public async Task WhatIsNoNetworkAddressCountsForTheSite()
    {
        var (shop, cart) = (await BasicAsync("SHOP"), await BasicAsync("CART"));

        for (var attempt = 0; attempt < Limit; attempt++)
        {
            Problem(HttpStatusCode.BadRequest, await ExchangeAsync(cart, Wrong, (attempt % 3) switch { 0 => null, 1 => $"visitor {attempt}", _ => new string('1', 100 + attempt) }));
        }

        Problem(HttpStatusCode.TooManyRequests, await ExchangeAsync(cart, Wrong, "somebody else"));
        Problem(HttpStatusCode.BadRequest, await ExchangeAsync(cart, Wrong, "192.0.2.21"));
        Problem(HttpStatusCode.BadRequest, await ExchangeAsync(shop, Wrong));
    }

    [Fact]
    public async Task WhatHasNotTheShapeOfACodeIsRefusedAndNotCounted()
    {
        var secret = await BasicAsync("SHOP");
        var code = await CodeAsync(await Site.AddShopperAsync());

        for (var attempt = 0; attempt <= Limit; attempt++)
        {
            var answer = await ExchangeAsync(secret, (attempt % 3) switch { 0 => null, 1 => code[..^1], _ => code + "x" }, "192.0.2.31");
            Problem(HttpStatusCode.BadRequest, answer);
            Assert.Equal(["code: This link is of no use any more. Start again from the customer's page."], answer.Errors);
        }

        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(secret, code, "192.0.2.31")).Status);
    }

    /// <summary>Each would wait with connections of the database in its hands: a few may, the others come again in a second.</summary>
    [Fact]
    public async Task AHundredAtOnceLeaveTheRestOfTheSiteItsDatabase()
    {
        var (sessionId, token) = await Site.RunAsync(await Site.AddShopperAsync());
        var started = Task.WhenAll(Enumerable.Range(0, 100).Select(number => Site.TryAsync(token, "Cart", $"Thing {number}")));

        using var admin = await SiteUser.AdminAsync(Site);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/Admin/Customers")).Status);

        var answers = await started;
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests }));
        Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests), answer => Assert.Equal("1", answer.RetryAfter));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        Assert.Equal(answers.Count(answer => answer.Status == HttpStatusCode.OK), (await Site.SessionAsync(sessionId)).Actions);
    }

    /// <summary>A realm is part of a challenge (RFC 7617, 2), and something is part of one (RFC 6750, 3).</summary>
    [Fact]
    public async Task WhoIsNotKnownIsToldHowToProveIt()
    {
        Assert.Equal("Basic realm=\"OrchardCore.Customers.Api\"", await ChallengeAsync(HttpMethod.Post, Exchange));
        Assert.Equal("Bearer realm=\"OrchardCore.Customers.Api\"", await ChallengeAsync(HttpMethod.Get, SessionPath));
    }

    private async Task<string> ChallengeAsync(HttpMethod method, string path)
    {
        using var client = Site.NewClient();
        using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? Question(Wrong) : null };
        using var response = await client.SendAsync(request);

        return Assert.Single(response.Headers.WwwAuthenticate).ToString();
    }

    private async Task<AuthenticationHeaderValue> BasicAsync(string site) => Basic(site, await Site.SecretAsync(site));

    private async Task<string> CodeAsync(string customerId, string site = "SHOP", AssistMode mode = AssistMode.Full)
        => (await Site.StartSessionAsync(TestSite.Admin, customerId, request => (request.Site, request.Mode) = (site, mode))).Code;

    private Task<ApiAnswer> ExchangeAsync(AuthenticationHeaderValue secret, string? code, string? visitor = null, string origin = AssistSite.Origin)
        => Site.SendAsync(HttpMethod.Post, Exchange, secret, Question(code, origin, visitor));
}

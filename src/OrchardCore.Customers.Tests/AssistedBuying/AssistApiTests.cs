using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Tests.Addresses;
using OrchardCore.Customers.Tests.Api;
using OrchardCore.Customers.Tests.Authorization;
using OrchardCore.Customers.Tests.Shared;
using OrchardCore.Customers.Tests.Sites;
using Platform.Tests.Hosting;
using Xunit;
using static OrchardCore.Customers.Tests.AssistedBuying.StorefrontServer;

namespace OrchardCore.Customers.Tests.AssistedBuying;

public sealed class SqliteAssistApiTests(SqliteAssist fixture) : AssistApiTests(fixture), IClassFixture<SqliteAssist>;

public sealed class PostgresAssistApiTests(PostgresAssist fixture) : AssistApiTests(fixture), IClassFixture<PostgresAssist>;

/// <summary>What storefronts ask, and how they are answered.</summary>
public abstract class AssistApiTests(AssistSite fixture)
{
    private TestSite Site => fixture.Site;

    [Fact, Seed("E24")]
    public async Task AStorefrontExchangesACodeAsksForTheSessionAndEndsIt()
    {
        var id = await Site.AddShopperAsync(part => (part.ContactName, part.Language, part.Currency) = ("<script>Åse</script>", "de", "EUR"));
        await Site.AddAddressAsync(id, AddressSite.Berlin("home"));
        var secret = await SecretAsync("SHOP");
        var (sessionId, code) = await Site.StartSessionAsync(TestSite.Admin, id);

        var answer = await SendAsync(HttpMethod.Post, Exchange, Basic("SHOP", secret), Question(code));

        Assert.Equal((HttpStatusCode.OK, "application/json", "Bearer"), (answer.Status, answer.MediaType, answer["tokenType"]));
        Assert.InRange(int.Parse(answer["expiresIn"]!, System.Globalization.CultureInfo.InvariantCulture), 1790, 1800);
        var session = answer.Json["session"]!;
        Assert.Equal((sessionId, "SHOP", "Full", "Called and asked for help", TestSite.Admin), (Text(session, "id"), Text(session, "site"), Text(session, "mode"), Text(session, "reason"), Text(session["agent"]!, "name")));
        Assert.Equal((id, "<script>Åse</script>", "de", "EUR", "false"), (Text(session["customer"]!, "id"), Text(session["customer"]!, "name"), Text(session["customer"]!, "language"), Text(session["customer"]!, "currency"), Text(session["customer"]!, "isOnHold")));
        Assert.Equal("home", Text(Assert.Single(session["customer"]!["addresses"]!.AsArray())!, "id"));

        var token = answer["token"]!;
        var asked = await SendAsync(HttpMethod.Get, SessionPath, Bearer(token));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal(session.ToJsonString(), asked.Json.ToJsonString());

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Post, End, Bearer(token))).Status);
        Problem(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, SessionPath, Bearer(token)));
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Post, End, Bearer(token))).Status);
        Assert.Equal(AssistedSessionState.Ended, (await Site.SessionAsync(sessionId)).State);
    }

    [Fact]
    public async Task AStorefrontChecksTheTokenByThePublishedKeys()
    {
        var token = (await RunningAsync())["token"]!;
        var keys = await SendAsync(HttpMethod.Get, Keys, null);
        Assert.Equal(HttpStatusCode.OK, keys.Status);
        Assert.All(keys.Json["keys"]!.AsArray(), key => Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)));

        var parameters = new TokenValidationParameters
        {
            ValidIssuer = AssistTokens.Issuer,
            ValidAudience = "SHOP",
            ValidTypes = [AssistTokens.Type],
            ValidAlgorithms = ["ES256"],
            IssuerSigningKeys = JsonWebKeySet.Create(keys.Json.ToJsonString()).GetSigningKeys(),
        };

        Assert.True((await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters)).IsValid);
        parameters.ValidAudience = "CART";
        Assert.False((await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters)).IsValid);
    }

    [Fact]
    public async Task WithoutTheSecretOfTheSiteNothingIsExchanged()
    {
        await using var site = await NewSiteAsync();
        var (shop, cart) = (await SecretAsync("SHOP", site), await SecretAsync("CART", site));
        var (sessionId, code) = await site.StartSessionAsync(TestSite.Admin, await site.AddShopperAsync());

        foreach (var header in new[] { null, Bearer(shop), Basic("SHOP", ""), Basic("SHOP", cart), Basic("CART", shop), Basic("NONE", shop), Basic("", ""), new("Basic"), new("Basic", "%%%"), new("Basic", Convert.ToBase64String("SHOP"u8)), new("Basic", new string('A', 4000)) })
        {
            var answer = await SendAsync(HttpMethod.Post, Exchange, header, Question(code), site);
            Problem(HttpStatusCode.Unauthorized, answer);
        }

        // The administrator's own cookie is no storefront's secret.
        using var admin = await SiteUser.AdminAsync(site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync(SessionPath)).Status);
        Assert.Equal(AssistedSessionState.Open, (await site.SessionAsync(sessionId)).State);

        // That of another site is of no use here.
        Problem(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, Exchange, Basic("CART", cart), Question(code), site));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, Exchange, Basic("SHOP", shop), Question(code), site)).Status);
    }

    [Fact]
    public async Task WhatIsNoQuestionIsRefusedInTheSameWordsAsACodeOfNoUse()
    {
        var secret = Basic("SHOP", await SecretAsync("SHOP"));

        foreach (var body in new[] { "", "{", "[]", "null", "7", "{\"code\":7}", "{\"code\":\"" + new string('A', 20_000) + "\"}" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await SendAsync(HttpMethod.Post, Exchange, secret, content);
            Problem(HttpStatusCode.BadRequest, answer);
            Assert.Equal([": Send JSON with a code and an origin."], answer.Errors);
        }

        using var form = new FormUrlEncodedContent([new("code", "x")]);
        Problem(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, Exchange, secret, form));

        foreach (var question in new[] { Question("x"), Question(new string('A', 43)), Question(null), Question(new string('A', 43), origin: null) })
        {
            var answer = await SendAsync(HttpMethod.Post, Exchange, secret, question);
            Problem(HttpStatusCode.BadRequest, answer);
            Assert.Equal(["code: This link is of no use any more. Start again from the customer's page."], answer.Errors);
        }
    }

    [Fact]
    public async Task ATokenThatWasChangedOrRevokedIsOfNoUse()
    {
        var answer = await RunningAsync();
        var (token, session) = (answer["token"]!, answer.Json["session"]!);

        foreach (var header in new[] { null, Bearer("x"), Bearer(token[..^4] + "AAAA"), Bearer(token + "A"), new("Basic", token), new("Bearer") })
        {
            Problem(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, SessionPath, header));
            Problem(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Post, End, header));
        }

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, SessionPath, Bearer(token))).Status);
        (await Site.WithAssistAsync(assist => assist.RevokeAsync(Text(session["customer"]!, "id"), Text(session, "id")))).Succeeds();
        Problem(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, SessionPath, Bearer(token)));
    }

    [Fact]
    public async Task OfManyStorefrontNodesWhoExchangeACodeAtOnceExactlyOneGetsAToken()
    {
        var secret = Basic("SHOP", await SecretAsync("SHOP"));
        var id = await Site.AddShopperAsync();
        await Site.InScopeAsync(services => services.GetRequiredService<AssistKeys>().FindSigningAsync());
        var (_, code) = await Site.StartSessionAsync(TestSite.Admin, id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(node => SendAsync(HttpMethod.Post, Exchange, secret, Question(code, visitor: "198.51.100." + node))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Problem(HttpStatusCode.BadRequest, answer));
    }

    /// <summary>Whoever has a token acts at the storefront, and nowhere here: no password, no e-mail address, no consent, no order.</summary>
    [Fact]
    public async Task AnAssistingTokenOpensNoOtherRoute()
    {
        var token = (await RunningAsync())["token"]!;
        var routes = await ModuleRoute.FindAsync(Site);
        Assert.Contains(routes, route => route.Pattern.RawText!.Contains("account/change-password", StringComparison.OrdinalIgnoreCase) || route.Pattern.RawText!.Contains("account/password", StringComparison.OrdinalIgnoreCase));

        foreach (var route in routes.Where(route => !route.Pattern.RawText!.Contains("assist/", StringComparison.Ordinal)))
        {
            var path = route.PathWith(route.Pattern.Parameters.ToDictionary(parameter => parameter.Name, _ => "4nobody"));

            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var (with, without) = (await StatusAsync(method, path, Bearer(token)), await StatusAsync(method, path, null));
                Assert.True(with == without, $"{method} {path}: {with} with a token, {without} without");
            }
        }
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, AuthenticationHeaderValue? header)
    {
        using var client = Site.NewClient();
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = header;
        using var response = await client.SendAsync(request);

        return response.StatusCode;
    }

    private async Task<ApiAnswer> RunningAsync()
    {
        var (_, code) = await Site.StartSessionAsync(TestSite.Admin, await Site.AddShopperAsync());
        var answer = await SendAsync(HttpMethod.Post, Exchange, Basic("SHOP", await SecretAsync("SHOP")), Question(code));
        Assert.Equal(HttpStatusCode.OK, answer.Status);

        return answer;
    }

    private static Task<TestSite> NewSiteAsync() => AssistSite.StartAsync(TestSiteDatabase.Sqlite);

    private Task<string> SecretAsync(string code, TestSite? site = null) => (site ?? Site).SecretAsync(code);

    private Task<ApiAnswer> SendAsync(HttpMethod method, string path, AuthenticationHeaderValue? header, HttpContent? content = null, TestSite? site = null)
        => (site ?? Site).SendAsync(method, path, header, content);

    private static StringContent Question(string? code, string? origin = AssistSite.Origin, string? visitor = null) => StorefrontServer.Question(code, origin, visitor);

    private static string Text(JsonNode node, string name) => node[name]!.ToString();
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Customers.Tests.Shared;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>An admin that answers what a test wants, with the SampleStorefront beside it.</summary>
public sealed class FakeAuthority : Xunit.IAsyncLifetime
{
    public const string Site = "SHOP";

    /// <summary>What a page has on it that shows anything of the customer.</summary>
    public static readonly IReadOnlyList<string> Traces = ["shopping for", "Åse", "&#xC5;se", "Storgata", "Called", "lang=\"de\""];

    public const string Session = """
        { "id": "s1", "site": "SHOP", "mode": "Full", "reason": "Called", "agent": { "id": "a1", "name": "sarah" }, "startedUtc": "2026-11-22T18:00:00Z", "expiresUtc": "2099-11-22T18:30:00Z",
          "customer": { "id": "c1", "number": null, "name": "<b>Åse</b>", "language": "de", "currency": "NOK", "isOnHold": false,
                        "addresses": [ { "id": "home", "isBilling": true, "isShipping": true, "isDefault": true, "country": "NO", "lines": [ "Storgata 7", "0155 Oslo" ] } ] } }
        """;

    private readonly ECDsaSecurityKey _key = NewKey("k1");

    private WebApplication _admin = null!;
    private SampleStorefrontProcess _shop = null!;

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it was asked, and with which token, since it was last told what to answer.</summary>
    public ConcurrentQueue<Question> Asked { get; } = [];

    /// <summary>A browser in the shop.</summary>
    public HttpClient NewBrowser() => _shop.NewClient();

    /// <summary>A shop of its own, which browsers find elsewhere.</summary>
    internal Task<SampleStorefrontProcess> StartShopAsync(string origin)
        => SampleStorefrontProcess.StartAsync(SampleStorefrontProcess.NewAddress(), new Uri(_admin.Urls.Single()), Site, "secret", origin);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _admin = builder.Build();
        _admin.Urls.Add("http://127.0.0.1:0");
        _admin.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            Asked.Enqueue(new(NameOf(context), context.Request.Headers.Authorization.ToString().Replace("Bearer ", ""), await body.ReadToEndAsync()));
            await Answer(context);
        });
        await _admin.StartAsync();
        _shop = await SampleStorefrontProcess.StartAsync(SampleStorefrontProcess.NewAddress(), new Uri(_admin.Urls.Single()), Site, "secret");
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _admin.DisposeAsync();
    }

    /// <summary>Answers as the module does, with a token that may be changed.</summary>
    /// <returns>The token.</returns>
    public string AnswerWith(Action<SecurityTokenDescriptor> change, SecurityKey? key = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "urn:orchardcore-customers:assisted-buying",
            Audience = Site,
            TokenType = "assist+jwt",
            Expires = DateTime.UtcNow.AddMinutes(30),
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "c1", ["sid"] = "s1", ["mode"] = "Full", ["act"] = new Dictionary<string, object> { ["sub"] = "a1" } },
        };
        change(descriptor);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);

        Asked.Clear();
        Answer = context => NameOf(context) switch
        {
            "exchange" => WriteAsync(context, $$"""{ "token": "{{token}}", "tokenType": "Bearer", "expiresIn": 1800, "session": {{Session}} }"""),
            "keys" => WriteAsync(context, Keys()),
            "session" => WriteAsync(context, Session),
            _ => WriteAsync(context, "{}"),
        };

        return token;
    }

    /// <summary>Answers one question otherwise.</summary>
    public void AnswerTo(string name, Func<HttpContext, Task> answer)
    {
        var others = Answer;
        Answer = context => NameOf(context) == name ? answer(context) : others(context);
    }

    /// <summary>Ends the session, as somebody in the admin does.</summary>
    public void Revoke() => Answer = context => WriteAsync(context, "{}", StatusCodes.Status401Unauthorized);

    public static Task WriteAsync(HttpContext context, string json, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";

        return context.Response.WriteAsync(json);
    }

    public static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    private static string NameOf(HttpContext context) => (context.Request.Path.Value ?? "").Split('/')[^1];

    private string Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);

        return $$"""{ "keys": [ { "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "k1", "x": "{{key.X}}", "y": "{{key.Y}}" } ] }""";
    }
}

/// <summary>What a shop has asked.</summary>
/// <param name="Name">The last part of the address.</param>
public sealed record Question(string Name, string Token, string Body);

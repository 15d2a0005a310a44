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

    public const string Session = """
        { "id": "s1", "site": "SHOP", "mode": "Full", "reason": "Called", "agent": { "id": "a1", "name": "sarah" }, "startedUtc": "2026-11-22T18:00:00Z", "expiresUtc": "2099-11-22T18:30:00Z",
          "customer": { "id": "c1", "number": null, "name": "<b>Åse</b>", "language": "de", "currency": "NOK", "isOnHold": false, "addresses": [] } }
        """;

    private readonly ECDsaSecurityKey _key = NewKey("k1");

    private WebApplication _admin = null!;
    private SampleStorefrontProcess _shop = null!;

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>A browser in the shop.</summary>
    public HttpClient NewBrowser() => _shop.NewClient();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _admin = builder.Build();
        _admin.Urls.Add("http://127.0.0.1:0");
        _admin.Run(context => Answer(context));
        await _admin.StartAsync();
        _shop = await SampleStorefrontProcess.StartAsync(SampleStorefrontProcess.NewAddress(), new Uri(_admin.Urls.Single()), Site, "secret");
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _admin.DisposeAsync();
    }

    /// <summary>Answers as the module does, with a token that may be changed.</summary>
    public void AnswerWith(Action<SecurityTokenDescriptor> change, SecurityKey? key = null)
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

        Answer = context => (context.Request.Path.Value ?? "").Split('/')[^1] switch
        {
            "exchange" => WriteAsync(context, $$"""{ "token": "{{token}}", "tokenType": "Bearer", "expiresIn": 1800, "session": {{Session}} }"""),
            "keys" => WriteAsync(context, Keys()),
            "session" => WriteAsync(context, Session),
            _ => WriteAsync(context, "{}"),
        };
    }

    public static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";

        return context.Response.WriteAsync(json);
    }

    public static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    private string Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);

        return $$"""{ "keys": [ { "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "k1", "x": "{{key.X}}", "y": "{{key.Y}}" } ] }""";
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Customers.AssistedBuying;
using OrchardCore.Customers.Sites;
using Platform.Tests.Hosting;
using Xunit;

namespace OrchardCore.Customers.Tests.AssistedBuying;

/// <summary>What tokens say, and which are believed.</summary>
public sealed class AssistTokenTests(SqliteAssist fixture) : IClassFixture<SqliteAssist>
{
    private TestSite Site => fixture.Site;

    private static AssistedSession Session => new()
    {
        SessionId = "5e551011",
        CustomerId = "4customer",
        AgentId = "4agent",
        AgentName = "Agent",
        Site = "SHOP",
        Mode = AssistMode.Cart,
        Reason = "Secret reason",
        ExpiresUtc = DateTime.UtcNow.AddMinutes(30),
    };

    [Fact]
    public async Task ATokenSaysWhoActsForWhomWhereAndHowLong()
    {
        var session = Session;
        var token = await WriteAsync(session);

        var (header, payload) = (Part(token, 0), Part(token, 1));
        Assert.Equal(("ES256", "assist+jwt"), (header["alg"]!.ToString(), header["typ"]!.ToString()));
        Assert.Equal(["act", "aud", "exp", "iat", "iss", "mode", "sid", "sub"], payload.Select(claim => claim.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("4customer", "4agent", "Cart", "5e551011", "SHOP"), (payload["sub"]!.ToString(), payload["act"]!["sub"]!.ToString(), payload["mode"]!.ToString(), payload["sid"]!.ToString(), payload["aud"]!.ToString()));
        Assert.Equal(new DateTimeOffset(session.ExpiresUtc!.Value).ToUnixTimeSeconds(), (long)payload["exp"]!);
        Assert.Equal(new AssistToken("5e551011", "SHOP", "4customer"), await ReadAsync(token));
    }

    [Fact]
    public async Task NothingIsBelievedThatWasChangedOrSignedOtherwise()
    {
        var token = await WriteAsync(Session);
        var parts = token.Split('.');
        var (header, payload) = (Part(token, 0), Part(token, 1));
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var published = (await Site.InScopeAsync(services => services.GetRequiredService<AssistKeys>().FindPublicAsync())).Single(key => key.Kid == header["kid"]!.ToString());

        // Nothing, half of it, a byte more.
        foreach (var text in new[] { null, "", ".", "..", parts[0], $"{parts[0]}.{parts[1]}.", token + "A", token + ".", new string('A', 5000), $"{token} " })
        {
            Assert.Null(await ReadAsync(text));
        }

        // Another algorithm: none, and the public key taken for a secret one.
        Assert.Null(await ReadAsync($"{With(header, "alg", "none")}.{parts[1]}."));
        Assert.Null(await ReadAsync($"{With(header, "alg", "none")}.{parts[1]}.{parts[2]}"));
        var symmetric = $"{With(header, "alg", "HS256")}.{parts[1]}";
        Assert.Null(await ReadAsync($"{symmetric}.{Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars(published.X), Encoding.ASCII.GetBytes(symmetric)))}"));

        // Another key, under our name and under its own.
        Assert.Null(await ReadAsync(Signed(stranger, parts[0], parts[1])));
        Assert.Null(await ReadAsync(Signed(stranger, With(header, "kid", "stranger"), parts[1])));
        Assert.Null(await ReadAsync($"{With(header, "kid", "stranger")}.{parts[1]}.{parts[2]}"));

        // Another claim, under our signature.
        foreach (var claim in new[] { "aud", "sub", "sid", "mode", "iss" })
        {
            Assert.Null(await ReadAsync($"{parts[0]}.{With(payload, claim, "UK")}.{parts[2]}"));
        }

        Assert.NotNull(await ReadAsync(token));
    }

    [Fact]
    public async Task OurOwnKeySignsForNothingElse()
    {
        var key = (ECDsaSecurityKey)await Site.InScopeAsync(services => services.GetRequiredService<AssistKeys>().FindSigningAsync());
        var token = await WriteAsync(Session);
        var (header, payload) = (Part(token, 0), Part(token, 1));
        Assert.NotNull(await ReadAsync(Signed(key.ECDsa, With(header, "kid", key.KeyId), With(payload, "sub", "4other"))));

        Assert.Null(await ReadAsync(Signed(key.ECDsa, With(header, "typ", "JWT"), With(payload, "sub", "4other"))));
        Assert.Null(await ReadAsync(Signed(key.ECDsa, With(header, "typ", "at+jwt"), With(payload, "sub", "4other"))));
        Assert.Null(await ReadAsync(Signed(key.ECDsa, With(header, "kid", key.KeyId), With(payload, "iss", "https://other.example.com"))));
        payload.Remove("exp");
        Assert.Null(await ReadAsync(Signed(key.ECDsa, With(header, "kid", key.KeyId), With(payload, "sub", "4other"))));
    }

    [Fact]
    public async Task ClocksMayBeAMinuteApart()
    {
        var (late, over) = (Session, Session);
        (late.ExpiresUtc, over.ExpiresUtc) = (DateTime.UtcNow.AddSeconds(-50), DateTime.UtcNow.AddSeconds(-70));

        Assert.NotNull(await ReadAsync(await WriteAsync(late)));
        Assert.Null(await ReadAsync(await WriteAsync(over)));
    }

    private Task<string> WriteAsync(AssistedSession session) => Site.InScopeAsync(async services =>
        services.GetRequiredService<AssistTokens>().Write(session, await services.GetRequiredService<AssistKeys>().FindSigningAsync()));

    private Task<AssistToken?> ReadAsync(string? token) => Site.InScopeAsync(services => services.GetRequiredService<AssistTokens>().ReadAsync(token));

    private static JsonObject Part(string token, int number) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[number]))!.AsObject();

    private static string With(JsonObject part, string name, string value)
    {
        var changed = part.DeepClone();
        changed[name] = value;

        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(changed.ToJsonString()));
    }

    private static string Signed(ECDsa key, string header, string payload)
        => $"{header}.{payload}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256))}";
}

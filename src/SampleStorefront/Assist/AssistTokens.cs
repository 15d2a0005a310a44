using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SampleStorefront.Assist;

/// <summary>Believes a token only when the admin has signed it for this shop and it says the same as the session that came with it.</summary>
public sealed class AssistTokens(AssistClient client, AssistKeyCache cache, IOptions<AssistOptions> options)
{
    private const string Issuer = "urn:orchardcore-customers:assisted-buying";
    private const string Type = "assist+jwt";

    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>How far the clocks of two machines may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public async Task<bool> IsOfAsync(AssistGrant grant)
    {
        var result = await ValidateAsync(grant.Token, await cache.FindAsync(client));

        // It may be signed with a key that is newer than those we know.
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(grant.Token, await cache.RenewAsync(client));
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken token } && Says(token, grant.Session);
    }

    private Task<TokenValidationResult> ValidateAsync(string token, IReadOnlyList<SecurityKey> keys) => Handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [Type],
        ValidIssuer = Issuer,
        ValidAudience = options.Value.Site,
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = false,
        ClockSkew = Skew,
    });

    private static bool Says(JsonWebToken token, AssistSession session)
        => token.Subject == session.Customer.Id
            && token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Sid, out var id) && id == session.Id
            && token.TryGetPayloadValue<string>("mode", out var mode) && mode == session.Mode.ToString()
            && token.TryGetPayloadValue<JsonElement>("act", out var actor)
            && actor.ValueKind == JsonValueKind.Object && actor.TryGetProperty(JwtRegisteredClaimNames.Sub, out var agent) && agent.GetString() == session.Agent.Id;
}

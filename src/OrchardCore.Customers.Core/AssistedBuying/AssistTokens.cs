using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrchardCore.Modules;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Tokens that storefronts get for a session: JSON web tokens (RFC 7519) with the customer as the subject and the user as the
/// actor (RFC 8693). They say who acts for whom; whether it still holds, the session says.
/// </summary>
internal sealed class AssistTokens(AssistKeys keys, IClock clock)
{
    public const string Issuer = "urn:orchardcore-customers:assisted-buying";

    /// <summary>In the header, so that no other token passes for one of these, nor the other way round (RFC 8725, 3.11).</summary>
    public const string Type = "assist+jwt";

    private const int MaxLength = 4096;

    /// <summary>How far the clocks of two machines may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MaxLength, SetDefaultTimesOnTokenCreation = false };

    /// <summary>The token of a session that runs.</summary>
    /// <param name="key">From <see cref="AssistKeys.FindSigningAsync"/>, which has to be asked before the session of the database writes.</param>
    public string Write(AssistedSession session, SecurityKey key) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = session.Site,
        TokenType = Type,
        IssuedAt = clock.UtcNow,
        Expires = session.ExpiresUtc,
        SigningCredentials = new SigningCredentials(key, AssistKeys.Algorithm),
        Claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = session.CustomerId,
            [JwtRegisteredClaimNames.Sid] = session.SessionId,
            ["act"] = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = session.AgentId },
            ["mode"] = session.Mode.ToString(),
        },
    });

    /// <summary>What a token says that we have signed, and that is not over; <see langword="null"/> for any other text.</summary>
    public async Task<AssistToken?> ReadAsync(string? token)
    {
        if (token is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [AssistKeys.Algorithm],
            ValidTypes = [Type],
            ValidIssuer = Issuer,
            AudienceValidator = (audiences, _, _) => audiences.Count() == 1,
            IssuerSigningKeys = await keys.FindPublicAsync(),
            TryAllIssuerSigningKeys = false,
            ClockSkew = Skew,
        });

        return result is { IsValid: true, SecurityToken: JsonWebToken read }
            && read.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Sid, out var sessionId)
            ? new(sessionId, read.Audiences.Single(), read.Subject)
            : null;
    }
}

/// <summary>What a token says.</summary>
/// <param name="Site">The code of the site it is for.</param>
/// <param name="CustomerId">The content item id of the customer.</param>
internal sealed record AssistToken(string SessionId, string Site, string CustomerId);

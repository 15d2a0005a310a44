using Microsoft.AspNetCore.Http;
using OrchardCore.Customers.Api;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>Tells a storefront whether a session still runs, and ends it. The token is all it takes.</summary>
internal sealed class AssistSessionApi(IAssistedBuyingService assist, AssistTokens tokens, AssistKeys keys, AssistAnswers answers)
{
    public async Task<IResult> FindAsync(HttpRequest request)
        => await FindVisitAsync(request) is { } visit ? ApiJson.Answer(answers.Of(visit)) : ApiProblems.Unknown(AssistBearer.Scheme);

    public async Task<IResult> EndAsync(HttpRequest request)
    {
        if (await tokens.ReadAsync(request) is not { } token)
        {
            return ApiProblems.Unknown(AssistBearer.Scheme);
        }

        try
        {
            await assist.EndAsync(token.SessionId);
        }
        catch (AssistBusyException)
        {
            return ApiProblems.TooMany(AssistBusyException.Wait);
        }

        return TypedResults.NoContent();
    }

    /// <summary>A JSON web key set (RFC 7517). It may be kept for a while: a key is known for a day after it was followed by another.</summary>
    public async Task<IResult> KeysAsync(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=300";

        return ApiJson.Answer(new AssistKeySet([.. (await keys.FindPublicAsync()).Select(key => new AssistPublicKey(key.Kty, key.Crv, key.Use, key.Alg, key.Kid, key.X, key.Y))]));
    }

    private async Task<AssistedVisit?> FindVisitAsync(HttpRequest request)
        => await tokens.ReadAsync(request) is { } token
            && await assist.FindRunningAsync(token.SessionId) is { } visit
            && (visit.Session.Site, visit.Session.CustomerId) == (token.Site, token.CustomerId)
            ? visit
            : null;
}

/// <summary>The keys that tokens are checked with.</summary>
internal sealed record AssistKeySet(IReadOnlyList<AssistPublicKey> Keys);

/// <summary>The public half of a key, by the names of RFC 7518.</summary>
internal sealed record AssistPublicKey(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);

using Microsoft.IdentityModel.Tokens;

namespace SampleStorefront.Assist;

/// <summary>Keeps the admin's keys for a few minutes, and asks again for one it does not know, though not at any rate.</summary>
public sealed class AssistKeyCache(TimeProvider clock)
{
    private static readonly TimeSpan KeepTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AskTime = TimeSpan.FromSeconds(10);

    private volatile KeySet _known = new([], DateTimeOffset.MinValue);

    public async Task<IReadOnlyList<SecurityKey>> FindAsync(string kid, AssistClient client)
    {
        var (known, age) = (_known, clock.GetUtcNow() - _known.ReadUtc);

        if (age > KeepTime || (age > AskTime && !known.Keys.Any(key => key.KeyId == kid)))
        {
            if (await client.FindKeysAsync() is { Outcome: AssistOutcome.Allowed, Value: { } json } && Read($"{json}") is { Count: > 0 } keys)
            {
                _known = known = new(keys, clock.GetUtcNow());
            }
        }

        return known.Keys;
    }

    private static List<SecurityKey> Read(string json)
    {
        try
        {
            return [.. new JsonWebKeySet(json).GetSigningKeys()];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private sealed record KeySet(IReadOnlyList<SecurityKey> Keys, DateTimeOffset ReadUtc);
}

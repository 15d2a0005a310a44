using Microsoft.IdentityModel.Tokens;

namespace SampleStorefront.Assist;

/// <summary>Keeps the admin's keys for a few minutes, and asks again for one it does not know, though not at any rate.</summary>
public sealed class AssistKeyCache(TimeProvider clock)
{
    private static readonly TimeSpan KeepTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AskTime = TimeSpan.FromSeconds(10);

    private volatile KeySet _known = new([], DateTimeOffset.MinValue);

    public Task<IReadOnlyList<SecurityKey>> FindAsync(AssistClient client) => FindAsync(client, KeepTime);

    /// <summary>Asks again, for a key that is not among them.</summary>
    public Task<IReadOnlyList<SecurityKey>> RenewAsync(AssistClient client) => FindAsync(client, AskTime);

    private async Task<IReadOnlyList<SecurityKey>> FindAsync(AssistClient client, TimeSpan atMost)
    {
        if (clock.GetUtcNow() - _known.ReadUtc > atMost
            && await client.FindKeysAsync() is { Outcome: AssistOutcome.Allowed, Value: { } json }
            && Read($"{json}") is { Count: > 0 } keys)
        {
            _known = new(keys, clock.GetUtcNow());
        }

        return _known.Keys;
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

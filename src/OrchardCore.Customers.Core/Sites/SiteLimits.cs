namespace OrchardCore.Customers.Sites;

/// <summary>Knows which users see the customers of some sites only. It asks the database once for each user in a scope.</summary>
public sealed class SiteLimits(IUserSitesManager users, CustomerActor actor)
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _known = new(StringComparer.Ordinal);

    /// <summary>The codes of the sites of the user of this request or job; <see langword="null"/> for who is not limited, and where nobody asked, as during the setup.</summary>
    public Task<IReadOnlyList<string>?> ReadAsync() => ReadAsync(actor.UserId);

    /// <summary>The codes of the sites of a user; <see langword="null"/> for who is not limited.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(string? userId)
    {
        if (string.IsNullOrEmpty(userId))
        {
            return null;
        }

        if (!_known.TryGetValue(userId, out var sites))
        {
            _known[userId] = sites = (await users.FindAsync(userId))?.Sites;
        }

        return sites;
    }
}

using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Lists;

/// <summary>The names of users, for what names them by id.</summary>
public sealed class CustomerUsers(ISession session)
{
    /// <summary>How many users are offered at most.</summary>
    public const int MaxOffered = 200;

    private IReadOnlyList<(string Id, string Name)>? _offered;

    /// <summary>The names of those of the users that there are, in one query.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string?> ids)
    {
        string[] wanted = [.. ids.OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

        return wanted.Length == 0 ? new Dictionary<string, string>()
            : (await session.Query<User, UserIndex>(index => index.UserId.IsIn(wanted)).NoDuplicates().ListAsync()).ToDictionary(user => user.UserId, user => user.UserName, StringComparer.Ordinal);
    }

    /// <summary>Users to choose from, by name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> OfferedAsync()
        => _offered ??= [.. (await session.Query<User, UserIndex>().OrderBy(index => index.NormalizedUserName).Take(MaxOffered).NoDuplicates().ListAsync()).Select(user => (user.UserId, user.UserName))];
}

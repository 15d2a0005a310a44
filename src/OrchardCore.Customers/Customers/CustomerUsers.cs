using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers;

/// <summary>The names of users, for what names them by id. Each is asked for once in a request.</summary>
public sealed class CustomerUsers(ISession session)
{
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);

    /// <summary>The name of a user; the id itself when there is no such user any more.</summary>
    public async Task<string?> NameAsync(string? id) => string.IsNullOrEmpty(id) ? null : (await NamesAsync([id])).GetValueOrDefault(id, id);

    /// <summary>The names of those of the users that there are, in one query.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string?> ids)
    {
        string[] wanted = [.. ids.OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
        string[] unknown = [.. wanted.Where(id => !_names.ContainsKey(id))];

        if (unknown.Length > 0)
        {
            var found = await session.Query<User, UserIndex>(index => index.UserId.IsIn(unknown)).NoDuplicates().ListAsync();
            var names = found.ToDictionary(user => user.UserId, user => user.UserName, StringComparer.Ordinal);

            foreach (var id in unknown)
            {
                _names[id] = names.GetValueOrDefault(id);
            }
        }

        return wanted.Where(id => _names[id] is not null).ToDictionary(id => id, id => _names[id]!, StringComparer.Ordinal);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users.Models;
using OrchardCore.Users;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Transfer;

/// <summary>The users whom files name, looked up together.</summary>
internal sealed class TransferUsers(ISession session, UserManager<IUser> users, IUserClaimsPrincipalFactory<IUser> claims, IAuthorizationService authorizationService)
{
    private readonly Dictionary<string, bool> _mayManage = new(StringComparer.Ordinal);

    /// <summary>The names of those of the users that there are, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToArray();

        if (wanted.Length == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var found = await session.Query<User, UserIndex>(index => index.UserId.IsIn(wanted)).NoDuplicates().ListAsync();

        return found.ToDictionary(user => user.UserId, user => user.UserName, StringComparer.Ordinal);
    }

    /// <summary>The ids of those of the users that there are, by their names as they were written.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IEnumerable<string> names)
    {
        var wanted = names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => users.NormalizeName(name) ?? "", StringComparer.Ordinal);
        var keys = wanted.Values.Distinct(StringComparer.Ordinal).ToArray();

        if (keys.Length == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var rows = await session.QueryIndex<UserIndex>(index => index.NormalizedUserName.IsIn(keys)).ListAsync();
        var found = rows.DistinctBy(row => row.NormalizedUserName, StringComparer.Ordinal).ToDictionary(row => row.NormalizedUserName, row => row.UserId, StringComparer.Ordinal);

        return wanted.Where(pair => found.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => found[pair.Value], StringComparer.Ordinal);
    }

    /// <summary>Whether the user may log in and view customers; each is asked about once.</summary>
    public async Task<bool> MayManageAsync(string id)
    {
        if (!_mayManage.TryGetValue(id, out var may))
        {
            _mayManage[id] = may = await users.FindByIdAsync(id) is User { IsEnabled: true } found
                && await authorizationService.AuthorizeAsync(await claims.CreateAsync(found), CustomersPermissions.ViewCustomers);
        }

        return may;
    }
}

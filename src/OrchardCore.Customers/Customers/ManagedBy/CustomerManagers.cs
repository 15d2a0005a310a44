using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Customers.Shared;
using OrchardCore.Security;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace OrchardCore.Customers.ManagedBy;

/// <summary>The users who may manage customers: those who may log in, and whose roles let them view customers.</summary>
public sealed class CustomerManagers(
    UserManager<IUser> users,
    RoleManager<IRole> roles,
    IUserClaimsPrincipalFactory<IUser> claims,
    IAuthorizationService authorizationService)
{
    /// <summary>How many are offered at most where there is no search.</summary>
    public const int MaxOffered = 200;

    private IReadOnlyList<ManagingUser>? _offered;

    /// <summary>All of them, by name. Asked once in a request.</summary>
    public async Task<IReadOnlyList<ManagingUser>> OfferedAsync() => _offered ??= await ReadAsync();

    /// <summary>Those in whose name the term occurs; case and accents don't matter.</summary>
    public async Task<IReadOnlyList<ManagingUser>> SearchAsync(string? term, int count)
    {
        var key = SearchText.FoldKey(term);

        return [.. (await OfferedAsync()).Where(user => SearchText.FoldKey(user.Name).Contains(key, StringComparison.Ordinal)).Take(count)];
    }

    /// <summary>The user with that id; <see langword="null"/> when there is none any more.</summary>
    public async Task<ManagingUser?> FindAsync(string? id) => string.IsNullOrEmpty(id) ? null : await ReadAsync(await users.FindByIdAsync(id));

    /// <summary>The user of that name; <see langword="null"/> when there is none.</summary>
    public async Task<ManagingUser?> FindByNameAsync(string name) => await ReadAsync(await users.FindByNameAsync(name));

    private async Task<IReadOnlyList<ManagingUser>> ReadAsync()
    {
        var found = new Dictionary<string, ManagingUser>(StringComparer.Ordinal);

        foreach (var role in roles.Roles.ToList())
        {
            if (await roles.GetRoleNameAsync(role) is not { } name || !await LetsViewAsync(role, name))
            {
                continue;
            }

            foreach (var user in (await users.GetUsersInRoleAsync(name)).OfType<User>().Where(user => user.IsEnabled))
            {
                found.TryAdd(user.UserId, new ManagingUser(user.UserId, user.UserName, MayManage: true));
            }
        }

        return [.. found.Values.OrderBy(user => user.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Asks what anybody may do who has this role alone.</summary>
    private async Task<bool> LetsViewAsync(IRole role, string name)
    {
        var granted = await roles.GetClaimsAsync(role);
        var somebody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, name), .. granted], authenticationType: "Role"));

        return name == OrchardCoreConstants.Roles.Administrator || await authorizationService.AuthorizeAsync(somebody, CustomersPermissions.ViewCustomers);
    }

    private async Task<ManagingUser?> ReadAsync(IUser? user)
        => user is User found
            ? new(found.UserId, found.UserName, found.IsEnabled && await authorizationService.AuthorizeAsync(await claims.CreateAsync(found), CustomersPermissions.ViewCustomers))
            : null;
}

/// <param name="MayManage">Whether the user may log in and view customers.</param>
public sealed record ManagingUser(string Id, string Name, bool MayManage);

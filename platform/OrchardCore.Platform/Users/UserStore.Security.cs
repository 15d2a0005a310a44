using Microsoft.AspNetCore.Identity;
using OrchardCore.Security;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace OrchardCore.Users.Services;

/// <summary>Passwords, e-mail addresses, lockouts and roles.</summary>
internal sealed partial class UserStore :
    IUserPasswordStore<IUser>,
    IUserSecurityStampStore<IUser>,
    IUserEmailStore<IUser>,
    IUserLockoutStore<IUser>,
    IUserRoleStore<IUser>
{
    public Task<string> GetPasswordHashAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).PasswordHash);

    public Task SetPasswordHashAsync(IUser user, string passwordHash, CancellationToken cancellationToken) => Set(user, value => value.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).PasswordHash is not null);

    public Task<string> GetSecurityStampAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).SecurityStamp);

    public Task SetSecurityStampAsync(IUser user, string stamp, CancellationToken cancellationToken) => Set(user, value => value.SecurityStamp = stamp);

    public Task<IUser> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
        => FindAsync(index => index.NormalizedEmail == normalizedEmail);

    public Task<string> GetEmailAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).Email);

    public Task SetEmailAsync(IUser user, string email, CancellationToken cancellationToken) => Set(user, value => value.Email = email);

    public Task<string> GetNormalizedEmailAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).NormalizedEmail);

    public Task SetNormalizedEmailAsync(IUser user, string normalizedEmail, CancellationToken cancellationToken)
        => Set(user, value => value.NormalizedEmail = normalizedEmail);

    public Task<bool> GetEmailConfirmedAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).EmailConfirmed);

    public Task SetEmailConfirmedAsync(IUser user, bool confirmed, CancellationToken cancellationToken) => Set(user, value => value.EmailConfirmed = confirmed);

    public Task<int> GetAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).AccessFailedCount);

    /// <summary>Answers with the count before this failure, as Orchard does: so one more is allowed than Identity is told.</summary>
    public Task<int> IncrementAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).AccessFailedCount++);

    public Task ResetAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Set(user, value => value.AccessFailedCount = 0);

    public Task<bool> GetLockoutEnabledAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).IsLockoutEnabled);

    public Task SetLockoutEnabledAsync(IUser user, bool enabled, CancellationToken cancellationToken) => Set(user, value => value.IsLockoutEnabled = enabled);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult<DateTimeOffset?>(((User)user).LockoutEndUtc is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : null);

    public Task SetLockoutEndDateAsync(IUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
        => Set(user, value => value.LockoutEndUtc = lockoutEnd?.UtcDateTime);

    public Task<IList<string>> GetRolesAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult<IList<string>>([.. ((User)user).RoleNames]);

    public Task<bool> IsInRoleAsync(IUser user, string roleName, CancellationToken cancellationToken) => Task.FromResult(IndexOfRole(user, roleName) >= 0);

    public async Task AddToRoleAsync(IUser user, string roleName, CancellationToken cancellationToken)
    {
        var role = await roles.FindByNameAsync(roleName, cancellationToken) ?? throw new InvalidOperationException($"There is no role '{roleName}'.");
        ((User)user).RoleNames.Add(((Role)role).RoleName);
    }

    public Task RemoveFromRoleAsync(IUser user, string roleName, CancellationToken cancellationToken) => Set(user, value =>
    {
        if (IndexOfRole(user, roleName) is >= 0 and var index)
        {
            value.RoleNames.RemoveAt(index);
        }
    });

    /// <summary>Without an index of users by role it looks at all of them.</summary>
    public async Task<IList<IUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken)
        => [.. (await session.Query<User, UserIndex>().NoDuplicates().ListAsync(cancellationToken)).Where(user => IndexOfRole(user, roleName) >= 0)];

    /// <param name="roleName">Normalized, as Identity has it.</param>
    private int IndexOfRole(IUser user, string roleName) => ((User)user).RoleNames.Select(normalizer.NormalizeName).ToList().IndexOf(roleName);
}

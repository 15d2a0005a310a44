using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using OrchardCore.Data;
using OrchardCore.Security;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace OrchardCore.Users.Services;

/// <summary>Keeps the users for ASP.NET Core Identity. It flushes what it saves; what the database refuses is a failure without a reason.</summary>
internal sealed partial class UserStore(ISession session, IRoleStore<IRole> roles, ILookupNormalizer normalizer, ILogger<UserStore> logger) : IUserStore<IUser>
{
    public Task<IdentityResult> CreateAsync(IUser user, CancellationToken cancellationToken)
    {
        ((User)user).UserId ??= UniqueId.New();

        return SaveAsync(user, cancellationToken);
    }

    public Task<IdentityResult> UpdateAsync(IUser user, CancellationToken cancellationToken) => SaveAsync(user, cancellationToken);

    public async Task<IdentityResult> DeleteAsync(IUser user, CancellationToken cancellationToken)
    {
        session.Delete(user);
        await session.FlushAsync(cancellationToken);

        return IdentityResult.Success;
    }

    public Task<IUser> FindByIdAsync(string userId, CancellationToken cancellationToken)
        => FindAsync(index => index.UserId == userId);

    public Task<IUser> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
        => FindAsync(index => index.NormalizedUserName == normalizedUserName);

    public Task<string> GetUserIdAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).UserId);

    public Task<string> GetUserNameAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

    public Task SetUserNameAsync(IUser user, string userName, CancellationToken cancellationToken) => Set(user, value => value.UserName = userName);

    public Task<string> GetNormalizedUserNameAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(((User)user).NormalizedUserName);

    public Task SetNormalizedUserNameAsync(IUser user, string normalizedName, CancellationToken cancellationToken)
        => Set(user, value => value.NormalizedUserName = normalizedName);

    public void Dispose()
    {
        // The session is the scope's.
    }

    private async Task<IdentityResult> SaveAsync(IUser user, CancellationToken cancellationToken)
    {
        try
        {
            await session.SaveAsync(user, cancellationToken: cancellationToken);
            await session.FlushAsync(cancellationToken);

            return IdentityResult.Success;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The user was not saved.");

            return IdentityResult.Failed();
        }
    }

    private async Task<IUser> FindAsync(Expression<Func<UserIndex, bool>> predicate)
        => await session.Query<User, UserIndex>(predicate).FirstOrDefaultAsync();

    private static Task Set(IUser user, Action<User> set)
    {
        set((User)user);

        return Task.CompletedTask;
    }
}

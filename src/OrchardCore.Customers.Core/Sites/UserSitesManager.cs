using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Sites;

internal sealed class UserSitesManager(ISession session, IStoreSiteManager sites, CustomerActor actor, DatabaseRefusals refusals, IStringLocalizer<UserSitesManager> S) : IUserSitesManager
{
    private const int MaxIdLength = 26;

    public async Task<IReadOnlyList<UserSites>> FindAllAsync() => [.. await Query().ListAsync()];

    public Task<UserSites?> FindAsync(string userId) => Query().Where(index => index.UserId == userId).FirstOrDefaultAsync()!;

    public async Task<Result> SaveAsync(UserSites user)
    {
        if (await RefuseAsync(user) is { } refused)
        {
            return refused;
        }

        var stored = await FindAsync(user.UserId);

        if ((stored?.Revision ?? 0) != user.Revision)
        {
            return Outdated();
        }

        // What is stored is changed last: a session writes whatever was changed of what it read.
        stored ??= new UserSites { UserId = user.UserId };
        (stored.Sites, stored.Revision) = (user.Sites, user.Revision + 1);

        return await WriteAsync(() => session.SaveAsync(stored, checkConcurrency: true, collection: CustomersConstants.Collection));
    }

    public async Task<Result> DeleteAsync(string userId)
    {
        if (await FindAsync(userId) is not { } stored)
        {
            return Result.Success();
        }

        return await WriteAsync(() =>
        {
            session.Delete(stored, CustomersConstants.Collection);

            return Task.CompletedTask;
        });
    }

    private async Task<Result?> RefuseAsync(UserSites user)
    {
        var known = (await sites.FindAllAsync()).Select(site => site.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        user.Sites = [.. user.Sites.Where(known.Contains).Select(code => known.First(site => site.Equals(code, StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal)];

        return user.UserId.Length is 0 or > MaxIdLength ? CustomerWriter.Refused(nameof(user.UserId), S["Choose a user."])
            : user.UserId == actor.UserId ? CustomerWriter.Refused(nameof(user.UserId), S["You can't limit yourself: you could not undo it."])
            : user.Sites.Length == 0 ? CustomerWriter.Refused(nameof(user.Sites), S["Choose at least one site. To let the user see the customers of all sites, lift the limit instead."])
            : null;
    }

    /// <summary>When it is refused, somebody else limited the user, or lifted the limit, a moment ago.</summary>
    private Task<Result> WriteAsync(Func<Task> write) => refusals.TryAsync(write, "the sites of a user", Outdated);

    private Result Outdated() => CustomerWriter.Refused(nameof(UserSites.Revision), S["Somebody else changed meanwhile what this user is limited to. Look at it, then save again."]);

    private IQuery<UserSites, UserSitesIndex> Query() => session.Query<UserSites, UserSitesIndex>(CustomersConstants.Collection);
}

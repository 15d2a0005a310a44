using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

internal sealed class MembershipManager(
    ISession session,
    MembershipChecker checker,
    MembershipWriter writer,
    ICustomerManager customers,
    IClock clock,
    IStringLocalizer<MembershipManager> S) : IMembershipManager
{
    public async Task<Membership?> FindAsync(string customerId, string companyId) => (await ReadAsync(customerId, companyId))?.Copy();

    public async Task<IReadOnlyList<Membership>> FindOfCustomerAsync(string customerId, int skip, int count)
    {
        // A customer has few, so they are sorted here; the index has no column for it.
        var all = await session.Query<Membership, MembershipIndex>(index => index.CustomerId == customerId).Take(Membership.MaxPerCustomer).NoDuplicates().ListAsync();

        return [.. all.InOrder().Skip(skip).Take(count).Select(membership => membership.Copy())];
    }

    public async Task<IReadOnlyList<Membership>> FindInCompanyAsync(string companyId, IReadOnlyCollection<string> customerIds)
    {
        string[] keys = [.. customerIds.Select(id => Membership.KeyOf(companyId, id))];
        var found = keys.Length == 0 ? [] : await session.Query<Membership, MembershipIndex>(index => index.MemberKey.IsIn(keys)).NoDuplicates().ListAsync();

        return [.. found.Select(membership => membership.Copy())];
    }

    public async Task<IReadOnlyList<Membership>> FindOfCustomersAsync(IReadOnlyCollection<string> customerIds)
    {
        string[] ids = [.. customerIds];
        var found = ids.Length == 0 ? [] : await session.Query<Membership, MembershipIndex>(index => index.CustomerId.IsIn(ids)).NoDuplicates().ListAsync();

        return [.. found.InOrder().Select(membership => membership.Copy())];
    }

    public async Task<Result> AttachAsync(Membership membership)
    {
        var attached = membership.Copy();
        var result = await writer.WriteAsync(attached.CustomerId, async () =>
        {
            if (await customers.FindAsync(attached.CustomerId) is not { } customer)
            {
                return Failed("", S["This customer was deleted meanwhile."]);
            }

            var others = (await session.QueryIndex<MembershipIndex>(index => index.CustomerId == attached.CustomerId).ListAsync()).ToList();

            if (others.Exists(other => other.CompanyId == attached.CompanyId))
            {
                return Already();
            }

            if (others.Count >= Membership.MaxPerCustomer)
            {
                return Failed("", S["A customer can belong to at most {0} companies.", Membership.MaxPerCustomer]);
            }

            if (await checker.CheckAsync(attached, customer, stored: null) is { Count: > 0 } errors)
            {
                return Result.Failed([.. errors]);
            }

            attached.Id = 0;
            attached.IsDefault = others.Count == 0;
            attached.SinceUtc = clock.UtcNow;

            await writer.AddAsync(attached);

            return Result.Success();
        });

        // Two may have attached the same customer at the same moment; the database let one of them.
        return !result.Succeeded && result.Errors.Any(error => error.Key == MembershipWriter.Refusal) && await IsAttachedAsync(attached) ? Already() : result;
    }

    public Task<Result> UpdateAsync(Membership membership) => ChangeAsync(membership.CustomerId, membership.CompanyId, async stored =>
    {
        if (stored.Revision != membership.Revision)
        {
            return Outdated();
        }

        if (await customers.FindAsync(membership.CustomerId) is not { } customer)
        {
            return Failed("", S["This customer was deleted meanwhile."]);
        }

        var changed = membership.Copy();

        if (await checker.CheckAsync(changed, customer, stored.Copy()) is { Count: > 0 } errors)
        {
            return Result.Failed([.. errors]);
        }

        (stored.UnitId, stored.RoleIds, stored.Group, stored.ContactType) = (changed.UnitId, changed.RoleIds, changed.Group, changed.ContactType);
        (stored.Billing, stored.Shipping) = (changed.Billing, changed.Shipping);

        return Result.Success();
    });

    public Task<Result> MoveAsync(string customerId, string companyId, string unitId) => ChangeAsync(customerId, companyId, async stored =>
    {
        var moved = stored.Copy();
        moved.UnitId = unitId;

        if (await customers.FindAsync(customerId) is not { } customer)
        {
            return Failed("", S["This customer was deleted meanwhile."]);
        }

        // What else it has was right when it was saved; the move does not depend on it.
        var errors = (await checker.CheckAsync(moved, customer, stored.Copy())).Where(error => error.Key == nameof(Membership.UnitId)).ToList();

        if (errors.Count > 0)
        {
            return Result.Failed([.. errors]);
        }

        stored.UnitId = unitId;

        return Result.Success();
    });

    public Task<Result> SetActiveAsync(string customerId, string companyId, bool isActive) => ChangeAsync(customerId, companyId, stored =>
    {
        stored.IsActive = isActive;

        return Task.FromResult(Result.Success());
    });

    public Task<Result> SetDefaultAsync(string customerId, string companyId) => writer.WriteAsync(customerId, async () =>
    {
        var all = await ReadOfCustomerAsync(customerId);

        if (all.Find(membership => membership.CompanyId == companyId) is not { } chosen)
        {
            return Gone();
        }

        await writer.ChooseDefaultAsync(all, chosen);

        return Result.Success();
    });

    public Task<Result> DetachAsync(string customerId, string companyId) => writer.WriteAsync(customerId, async () =>
    {
        var all = await ReadOfCustomerAsync(customerId);

        if (all.Find(membership => membership.CompanyId == companyId) is { } leaving)
        {
            await writer.RemoveAsync(leaving, all.Where(membership => membership != leaving).InOrder().FirstOrDefault());
        }

        return Result.Success();
    });

    private Task<Result> ChangeAsync(string customerId, string companyId, Func<Membership, Task<Result>> change) => writer.WriteAsync(customerId, async () =>
    {
        if (await ReadAsync(customerId, companyId) is not { } stored)
        {
            return Gone();
        }

        var before = stored.Copy();
        var changed = await change(stored);

        if (changed.Succeeded)
        {
            await writer.SaveAsync(stored, before);
        }

        return changed;
    });

    private async Task<Membership?> ReadAsync(string customerId, string companyId)
    {
        var key = Membership.KeyOf(companyId, customerId);

        return await session.Query<Membership, MembershipIndex>(index => index.MemberKey == key).NoDuplicates().FirstOrDefaultAsync();
    }

    private async Task<List<Membership>> ReadOfCustomerAsync(string customerId)
        => [.. await session.Query<Membership, MembershipIndex>(index => index.CustomerId == customerId).NoDuplicates().ListAsync()];

    /// <summary>Our session holds what was refused, or has ended; another one sees what is stored.</summary>
    private static async Task<bool> IsAttachedAsync(Membership membership)
    {
        var isAttached = false;
        await ShellScope.UsingChildScopeAsync(async scope =>
            isAttached = await scope.ServiceProvider.GetRequiredService<IMembershipManager>().FindAsync(membership.CustomerId, membership.CompanyId) is not null);

        return isAttached;
    }

    private Result Already() => Failed(nameof(Membership.CompanyId), S["The customer belongs to this company already. Choose another one, or change what there is."]);

    private Result Gone() => Failed("", S["The customer does not belong to this company any more."]);

    private Result Outdated() => Failed(nameof(Membership.Revision), S["Somebody else changed this meanwhile."]);

    private static Result Failed(string key, LocalizedString message) => CustomerWriter.Refused(key, message);
}

using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Keeps memberships right when companies, units and roles go.</summary>
/// <param name="services">Asked late: the managers of companies, units and roles ask this one in turn.</param>
internal sealed class CompanyMembers(ISession session, IServiceProvider services) : ICompanyDependent
{
    public Task DeletingAsync(ContentItem company) => services.GetRequiredService<MembershipEraser>().EraseOfCompanyAsync(company.ContentItemId);

    public Task<int> CountInUnitAsync(string unitId) => session.QueryIndex<MembershipIndex>(index => index.UnitId == unitId).CountAsync();

    public async Task MoveAsync(string fromUnitId, string toUnitId)
    {
        var known = (await services.GetRequiredService<IBusinessUnitManager>().FindAsync([fromUnitId, toUnitId])).ToDictionary(unit => unit.ContentItemId, unit => unit.GetOrCreate<BusinessUnitPart>(), StringComparer.Ordinal);
        var company = await NameAsync(known.GetValueOrDefault(toUnitId)?.CompanyId);
        var (from, to) = (known.GetValueOrDefault(fromUnitId)?.Name, known.GetValueOrDefault(toUnitId)?.Name);

        await MembershipBatches.RunAsync(
            other => other.Query<Membership, MembershipIndex>(index => index.UnitId == fromUnitId),
            async (membership, history) =>
            {
                membership.UnitId = toUnitId;
                await history.WriteAsync(membership, company, nameof(Membership.UnitId), from, to);
            });
    }

    public Task<IReadOnlyDictionary<string, int>> CountInRolesAsync(string companyId) => RoleMemberCounts.ReadAsync(session, companyId);

    public async Task ReplaceRoleAsync(string roleId, string replacementId)
    {
        var roles = services.GetRequiredService<ICompanyRoleManager>();
        var (former, latter) = (await roles.FindAsync(roleId), await roles.FindAsync(replacementId));
        var company = await NameAsync(latter?.CompanyId);

        await MembershipBatches.RunAsync(
            other => other.Query<Membership, MembershipRoleIndex>(index => index.RoleId == roleId),
            async (membership, history) =>
            {
                membership.RoleIds = [.. membership.RoleIds.Select(id => id == roleId ? replacementId : id).Distinct(StringComparer.Ordinal)];
                await history.WriteAsync(membership, company, nameof(Membership.RoleIds), former?.Name, latter?.Name);
            });
    }

    private async Task<string> NameAsync(string? companyId)
        => companyId is null ? "" : (await services.GetRequiredService<ICompanyManager>().FindAsync(companyId))?.GetOrCreate<CompanyPart>().Name ?? "";
}

/// <summary>Changes a great many memberships, each batch in a session of its own: what is done is done, and who begins anew goes on.</summary>
internal static class MembershipBatches
{
    /// <summary>YesSql sends a batch as one command, and each statement of it looks through the parameters of all.</summary>
    private const int Size = 50;

    /// <summary>Who meets somebody else this often in a row gives up.</summary>
    private const int Attempts = 8;

    /// <param name="find">Those that are left; a change takes a membership out of them.</param>
    public static async Task RunAsync(Func<ISession, IQuery<Membership>> find, Func<Membership, MembershipHistory, Task> change)
    {
        var (isLeft, attempts) = (true, 0);

        while (isLeft)
        {
            try
            {
                await ShellScope.UsingChildScopeAsync(async scope => isLeft = await RunBatchAsync(scope.ServiceProvider, find, change));
                attempts = 0;
            }
            catch (ConcurrencyException) when (++attempts < Attempts)
            {
                // Somebody saved one of them at the same moment; the batch is read anew.
            }
        }
    }

    private static async Task<bool> RunBatchAsync(IServiceProvider services, Func<ISession, IQuery<Membership>> find, Func<Membership, MembershipHistory, Task> change)
    {
        var session = services.GetRequiredService<ISession>();
        var history = services.GetRequiredService<MembershipHistory>();
        var batch = (await find(session).Take(Size).NoDuplicates().ListAsync()).ToList();

        foreach (var membership in batch)
        {
            await change(membership, history);
            membership.Revision++;
            await session.SaveAsync(membership, checkConcurrency: true);
        }

        await session.SaveChangesAsync();

        return batch.Count == Size;
    }
}

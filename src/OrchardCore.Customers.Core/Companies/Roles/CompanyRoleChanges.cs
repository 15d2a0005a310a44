using Microsoft.Extensions.Localization;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Single attempts to change the roles of a company, see <see cref="CompanyWriter"/>. Each touches first what guards the roles;
/// so exactly one of them is the default, or nothing is saved.
/// </summary>
internal sealed class CompanyRoleChanges(ISession session, CompanyRoleChecker checker, CompanyStructures structures, CompanyDependents dependents, IStringLocalizer<CompanyRoleChanges> S)
{
    public async Task<Result> CreateAsync(CompanyRole role)
    {
        await structures.TouchAsync(role.CompanyId);

        if (!await structures.ExistsAsync(role.CompanyId))
        {
            return CustomerWriter.Refused(nameof(role.CompanyId), S["There is no such company any more."]);
        }

        var others = await FindAllAsync(role.CompanyId);
        var errors = checker.Check(role, stored: null, others);

        if (errors.All.Count > 0)
        {
            return errors.ToResult();
        }

        await ResignAsync(role, others);

        // A copy: another attempt begins with what was asked for.
        var added = new CompanyRole { RoleId = role.RoleId, CompanyId = role.CompanyId };
        Write(role, added);
        await session.SaveAsync(added, collection: CustomersConstants.Collection);

        return Result.Success();
    }

    public async Task<Result> UpdateAsync(CompanyRole role)
    {
        await structures.TouchAsync(role.CompanyId);

        if (await FindAsync(role.RoleId) is not { } stored || stored.CompanyId != role.CompanyId)
        {
            return CustomerWriter.Refused("", S["Somebody else deleted this role meanwhile."]);
        }

        if (stored.Revision != role.Revision)
        {
            return CustomerWriter.Refused(nameof(role.Revision), S["Somebody else saved this role after you had opened it."]);
        }

        var others = (await FindAllAsync(role.CompanyId)).Where(other => other.RoleId != role.RoleId).ToList();
        var errors = checker.Check(role, stored, others);

        if (errors.All.Count > 0)
        {
            return errors.ToResult();
        }

        await ResignAsync(role, others);
        Write(role, stored);
        await session.SaveAsync(stored, checkConcurrency: true, collection: CustomersConstants.Collection);

        return Result.Success();
    }

    public async Task<Result> DeleteAsync(string roleId, bool isReplaced)
    {
        if (await FindAsync(roleId) is not { } role)
        {
            return Result.Success();
        }

        await structures.TouchAsync(role.CompanyId);

        if (role.IsDefault)
        {
            return CustomerWriter.Refused("", S["This role is the default. Make another one the default first."]);
        }

        if (!isReplaced && (await dependents.CountInRolesAsync(role.CompanyId)).GetValueOrDefault(roleId) is > 0 and var count)
        {
            return CustomerWriter.Refused("", S["{0} people have this role. Choose the role they get instead.", count]);
        }

        session.Delete(role, CustomersConstants.Collection);

        return Result.Success();
    }

    public Task<CompanyRole?> FindAsync(string roleId)
        => session.Query<CompanyRole, CompanyRoleIndex>(index => index.RoleId == roleId, collection: CustomersConstants.Collection).FirstOrDefaultAsync()!;

    public async Task<IReadOnlyList<CompanyRole>> FindAllAsync(string companyId)
    {
        var roles = await session.Query<CompanyRole, CompanyRoleIndex>(index => index.CompanyId == companyId, collection: CustomersConstants.Collection).ListAsync();

        return [.. roles.OrderBy(role => role.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Where a role becomes the default, the former one is not any more.</summary>
    private async Task ResignAsync(CompanyRole role, IReadOnlyList<CompanyRole> others)
    {
        foreach (var former in role.IsDefault ? others.Where(other => other.IsDefault) : [])
        {
            former.IsDefault = false;
            former.Revision++;
            await session.SaveAsync(former, checkConcurrency: true, collection: CustomersConstants.Collection);
        }
    }

    private static void Write(CompanyRole role, CompanyRole stored)
    {
        stored.Name = role.Name;
        stored.IsDefault = role.IsDefault;
        stored.Permissions = role.Permissions;
        stored.Limits = role.Limits;
        stored.Revision++;
    }
}

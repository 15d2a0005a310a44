using System.Data.Common;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Asks and tells all that depends on companies.</summary>
internal sealed class CompanyDependents(IEnumerable<ICompanyDependent> dependents, DatabaseRefusals refusals, IStringLocalizer<CompanyDependents> S)
{
    public Result RefuseHeadquarters() => CustomerWriter.Refused("", S["The headquarters goes only with its company."]);

    public Task<Result> MoveAsync(string fromUnitId, string toUnitId) => ChangeAsync(dependent => dependent.MoveAsync(fromUnitId, toUnitId));

    public Task<Result> ReplaceRoleAsync(string roleId, string replacementId) => ChangeAsync(dependent => dependent.ReplaceRoleAsync(roleId, replacementId));

    /// <summary>How many people belong to the unit.</summary>
    public async Task<int> CountInUnitAsync(string unitId)
    {
        var count = 0;

        foreach (var dependent in dependents)
        {
            count += await dependent.CountInUnitAsync(unitId);
        }

        return count;
    }

    /// <summary>How many people have each of the company's roles.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountInRolesAsync(string companyId)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var dependent in dependents)
        {
            foreach (var (roleId, count) in await dependent.CountInRolesAsync(companyId))
            {
                counts[roleId] = counts.GetValueOrDefault(roleId) + count;
            }
        }

        return counts;
    }

    /// <summary>They are a great many and are changed in batches; when one fails, those before it are changed already.</summary>
    private async Task<Result> ChangeAsync(Func<ICompanyDependent, Task> change)
    {
        try
        {
            foreach (var dependent in dependents)
            {
                await change(dependent);
            }

            return Result.Success();
        }
        catch (ConcurrencyException)
        {
            return Unfinished();
        }
        catch (DbException exception)
        {
            refusals.Log(exception, "people of a company");

            return Unfinished();
        }
    }

    private Result Unfinished() => CustomerWriter.Refused("", S["Not everybody could be changed; who was, stays so. Nothing was deleted; try again to go on."]);
}

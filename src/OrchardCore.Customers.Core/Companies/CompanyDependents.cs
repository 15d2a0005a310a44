using Microsoft.Extensions.Localization;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>Asks and tells all that depends on companies.</summary>
internal sealed class CompanyDependents(IEnumerable<ICompanyDependent> dependents, IStringLocalizer<CompanyDependents> S)
{
    public Result RefuseHeadquarters() => CustomerWriter.Refused("", S["The headquarters goes only with its company."]);

    public async Task MoveAsync(string fromUnitId, string toUnitId)
    {
        foreach (var dependent in dependents)
        {
            await dependent.MoveAsync(fromUnitId, toUnitId);
        }
    }

    public async Task ReplaceRoleAsync(string roleId, string replacementId)
    {
        foreach (var dependent in dependents)
        {
            await dependent.ReplaceRoleAsync(roleId, replacementId);
        }
    }

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
}

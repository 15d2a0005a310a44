using Microsoft.Extensions.Localization;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Where units may hang in the tree of their company.</summary>
internal sealed class BusinessUnitPlaces(ISession session, IStringLocalizer<BusinessUnitPlaces> S)
{
    public async Task<BusinessUnitTree> FindTreeAsync(string companyId)
        => new(await session.QueryIndex<BusinessUnitIndex>(index => index.CompanyId == companyId).ListAsync());

    /// <summary>Why a unit can't hang under that one; <see langword="null"/> when it can.</summary>
    /// <param name="parentId"><see langword="null"/> for the headquarters.</param>
    public async Task<LocalizedString?> WhyNotAsync(string unitId, string companyId, string? headquartersId, string? parentId)
    {
        if (unitId == headquartersId)
        {
            return parentId is null ? null : S["The headquarters is the top of the company. It can't be moved."];
        }

        if (parentId is null)
        {
            return S["A company has one headquarters. Choose the unit above this one."];
        }

        var tree = await FindTreeAsync(companyId);

        return tree.Find(parentId) is not { } parent ? S["The company has no such unit any more. Choose another one."]
            : tree.IsWithin(parentId, unitId) ? S["A unit can't be moved under itself, nor under a unit below it."]
            : parent.Depth + tree.HeightOf(unitId) > IBusinessUnitManager.MaxDepth ? S["The tree of a company can have at most {0} levels.", IBusinessUnitManager.MaxDepth]
            : tree.Find(unitId) is null && tree.Nodes.Count >= IBusinessUnitManager.MaxUnits ? S["A company can have at most {0} units.", IBusinessUnitManager.MaxUnits]
            : null;
    }
}

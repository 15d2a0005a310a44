using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What companies, units and roles of memberships are called: one query for each kind, however many memberships.</summary>
public sealed class MembershipNames(ISession session, ICompanyManager companies, IBusinessUnitManager units)
{
    public async Task<MembershipDirectory> ReadAsync(IReadOnlyCollection<Membership> memberships)
    {
        var found = await companies.FindAsync([.. memberships.Select(membership => membership.CompanyId).Distinct(StringComparer.Ordinal)]);
        var known = await units.FindAsync([.. memberships.Select(membership => membership.UnitId).Distinct(StringComparer.Ordinal)]);
        string[] ids = [.. memberships.SelectMany(membership => membership.RoleIds).Distinct(StringComparer.Ordinal)];
        var roles = ids.Length == 0 ? [] : await session.Query<CompanyRole, CompanyRoleIndex>(index => index.RoleId.IsIn(ids), collection: CustomersConstants.Collection).NoDuplicates().ListAsync();

        return new(
            found.ToDictionary(company => company.ContentItemId, StringComparer.Ordinal),
            known.ToDictionary(unit => unit.ContentItemId, unit => unit.GetOrCreate<BusinessUnitPart>().Name ?? "", StringComparer.Ordinal),
            [.. roles.OrderBy(role => role.Name, StringComparer.CurrentCultureIgnoreCase)]);
    }
}

/// <param name="Units">The names of the units, by their ids.</param>
public sealed record MembershipDirectory(IReadOnlyDictionary<string, ContentItem> Companies, IReadOnlyDictionary<string, string> Units, IReadOnlyList<CompanyRole> Roles)
{
    /// <summary>The names of a membership's roles; those that are gone are left out.</summary>
    public IReadOnlyList<string> RolesOf(Membership membership)
        => [.. Roles.Where(role => membership.RoleIds.Contains(role.RoleId, StringComparer.Ordinal)).Select(role => role.Name)];

    /// <summary>The name of a membership's company; <see langword="null"/> when it is gone.</summary>
    public string? CompanyOf(Membership membership) => Companies.GetValueOrDefault(membership.CompanyId)?.GetOrCreate<CompanyPart>().Name;
}

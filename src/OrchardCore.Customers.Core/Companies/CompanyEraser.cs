using OrchardCore.Customers.Shared.Sql;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Deletes for good what Orchard only marks as removed, and what belongs to it.</summary>
internal sealed class CompanyEraser(ISession session, CompanyStructures structures)
{
    /// <summary>A company with its units, its roles and what guards them.</summary>
    public async Task EraseCompanyAsync(string companyId)
    {
        var units = (await session.QueryIndex<BusinessUnitIndex>(index => index.CompanyId == companyId).ListAsync()).Select(row => row.ContentItemId).ToList();
        await session.EraseItemsAsync([companyId, .. units]);

        foreach (var role in await session.Query<CompanyRole, CompanyRoleIndex>(index => index.CompanyId == companyId, collection: CustomersConstants.Collection).ListAsync())
        {
            session.Delete(role, CustomersConstants.Collection);
        }

        await structures.DeleteAsync(companyId);
    }
}

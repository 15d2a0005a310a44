using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies;

/// <summary>Deletes for good what Orchard only marks as removed, and what belongs to it.</summary>
internal sealed class CompanyEraser(ISession session, CompanyStructures structures)
{
    private const int BatchSize = 500;

    /// <summary>A company with its units, its roles and what guards them.</summary>
    public async Task EraseCompanyAsync(string companyId)
    {
        var units = (await session.QueryIndex<BusinessUnitIndex>(index => index.CompanyId == companyId).ListAsync()).Select(row => row.ContentItemId).ToList();
        await EraseAsync([companyId, .. units]);

        foreach (var role in await session.Query<CompanyRole, CompanyRoleIndex>(index => index.CompanyId == companyId, collection: CustomersConstants.Collection).ListAsync())
        {
            session.Delete(role, CustomersConstants.Collection);
        }

        await structures.DeleteAsync(companyId);
    }

    /// <summary>All versions of content items.</summary>
    public async Task EraseAsync(IReadOnlyList<string> contentItemIds)
    {
        // YesSql can't delete what it is about to update.
        await session.FlushAsync();

        foreach (var ids in contentItemIds.Chunk(BatchSize))
        {
            foreach (var version in await session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId.IsIn(ids)).NoDuplicates().ListAsync())
            {
                session.Erase(version);
            }
        }
    }
}

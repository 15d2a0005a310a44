using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies;

internal sealed class BusinessUnitManager(
    ISession session,
    BusinessUnitChanges changes,
    BusinessUnitPlaces places,
    IContentManager contentManager,
    CompanyWriter writer,
    CompanyDependents dependents) : IBusinessUnitManager
{
    private const string RevisionKey = $"{nameof(BusinessUnitPart)}.{nameof(BusinessUnitPart.Revision)}";
    private const string ParentKey = $"{nameof(BusinessUnitPart)}.{nameof(BusinessUnitPart.ParentUnitId)}";

    public async Task<ContentItem> NewAsync(string companyId, string parentUnitId)
    {
        var unit = await contentManager.NewAsync(CustomersConstants.ContentTypes.BusinessUnit);
        unit.Alter<BusinessUnitPart>(part =>
        {
            part.CompanyId = companyId;
            part.ParentUnitId = parentUnitId;
        });

        return unit;
    }

    public Task<ContentItem?> FindAsync(string id) => changes.FindAsync(id);

    public async Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyCollection<string> ids)
    {
        var wanted = ids.ToArray();

        return wanted.Length == 0 ? [] : [.. await session.Query<ContentItem, BusinessUnitIndex>(index => index.ContentItemId.IsIn(wanted)).NoDuplicates().ListAsync()];
    }

    public Task<BusinessUnitTree> FindTreeAsync(string companyId) => places.FindTreeAsync(companyId);

    public Task<Result> CreateAsync(ContentItem unit) => writer.TryAsync<BusinessUnitChanges>(ParentKey, changes => changes.CreateAsync(unit));

    public async Task<Result> UpdateAsync(ContentItem unit) => await changes.IsOutdatedAsync(unit)
        ? writer.Outdated(RevisionKey)
        : await writer.WriteAsync(RevisionKey, () => changes.UpdateAsync(unit));

    public Task<Result> MoveAsync(string unitId, string parentUnitId) => writer.TryAsync<BusinessUnitChanges>(ParentKey, changes => changes.MoveAsync(unitId, parentUnitId));

    public async Task<Result> DeleteAsync(string unitId)
    {
        if (await changes.FindAsync(unitId) is not { } unit)
        {
            return Result.Success();
        }

        if (unit.GetOrCreate<BusinessUnitPart>().ParentUnitId is not { } parentUnitId)
        {
            return dependents.RefuseHeadquarters();
        }

        var moved = await dependents.MoveAsync(unitId, parentUnitId);

        if (!moved.Succeeded)
        {
            return moved;
        }

        var result = await writer.TryAsync<BusinessUnitChanges>(ParentKey, changes => changes.DeleteAsync(unitId));

        if (result.Succeeded)
        {
            // Those who came meanwhile.
            await dependents.MoveAsync(unitId, parentUnitId);
        }

        return result;
    }
}

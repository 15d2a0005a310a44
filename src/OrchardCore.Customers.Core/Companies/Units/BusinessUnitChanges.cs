using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Single attempts to change the units of a company, see <see cref="CompanyWriter"/>. Each touches first what guards the tree;
/// so what it reads of the tree afterwards holds, or nothing is saved.
/// </summary>
internal sealed class BusinessUnitChanges(ISession session, IContentManager contentManager, StoredContents contents, CompanyStructures structures, IStringLocalizer<BusinessUnitChanges> S)
{
    public async Task<Result> CreateAsync(ContentItem unit)
    {
        // As if it had not been tried before.
        unit.Id = 0;
        await structures.TouchAsync(unit.GetOrCreate<BusinessUnitPart>().CompanyId ?? "");

        return await SaveAsync(unit, async () => await contentManager.CreateAsync(unit, VersionOptions.Published));
    }

    public Task<Result> UpdateAsync(ContentItem unit) => SaveAsync(unit, async () =>
    {
        // First, since the content manager saves without asking for the version; and at once, see CompanyStructures.
        await session.SaveAsync(unit, checkConcurrency: true);
        await session.FlushAsync();
        await contentManager.UpdateAsync(unit);

        return true;
    });

    public async Task<Result> MoveAsync(string unitId, string parentUnitId)
    {
        if (await FindAsync(unitId) is not { } unit)
        {
            return CustomerWriter.Refused("", S["This unit was deleted meanwhile."]);
        }

        await structures.TouchAsync(unit.GetOrCreate<BusinessUnitPart>().CompanyId ?? "");
        unit.Alter<BusinessUnitPart>(part => part.ParentUnitId = parentUnitId);

        return await UpdateAsync(unit);
    }

    public async Task<Result> DeleteAsync(string unitId)
    {
        if (await FindAsync(unitId) is not { } unit)
        {
            return Result.Success();
        }

        await structures.TouchAsync(unit.GetOrCreate<BusinessUnitPart>().CompanyId ?? "");

        // The unit's handler moves up what is below it, and erases what Orchard only marks as removed.
        return await contentManager.RemoveAsync(unit)
            ? Result.Success()
            : CustomerWriter.Refused("", S["A module of this site refused to delete the unit."]);
    }

    /// <summary>Told before anything is written: when the database finds out, it may be in the middle of a handler, which tells nobody.</summary>
    public Task<bool> IsOutdatedAsync(ContentItem unit)
        => contents.IsOutdatedAsync<BusinessUnitIndex>(unit.ContentItemId, nameof(BusinessUnitPart), unit.GetOrCreate<BusinessUnitPart>().Revision);

    public async Task<ContentItem?> FindAsync(string id)
    {
        var unit = await session.Query<ContentItem, BusinessUnitIndex>(index => index.ContentItemId == id).NoDuplicates().FirstOrDefaultAsync();

        return unit is null ? null : await contentManager.LoadAsync(unit);
    }

    private async Task<Result> SaveAsync(ContentItem unit, Func<Task<bool>> save)
    {
        var validation = await contentManager.ValidateAsync(unit);

        return !validation.Succeeded ? CompanyResults.Of(validation)
            : await save() ? Result.Success()
            : CustomerWriter.Refused("", S["A module of this site refused to save the unit."]);
    }
}

using OrchardCore.ContentManagement;
using YesSql;

namespace OrchardCore.Customers.Companies;

/// <summary>Which companies belong to which.</summary>
internal sealed class CompanyPlaces(ISession session, StoredContents contents, CompanyStructures structures)
{
    /// <summary>How many companies may belong to each other in a row.</summary>
    public const int MaxDepth = 20;

    /// <summary>Whether somebody else saved the company since it was read.</summary>
    public Task<bool> IsOutdatedAsync(ContentItem company)
        => contents.IsOutdatedAsync<CompanyIndex>(company.ContentItemId, nameof(CompanyPart), company.GetOrCreate<CompanyPart>().Revision);

    /// <summary>
    /// A new place is guarded by the company and all those above: two who put companies under each other at once don't both
    /// succeed. It is done before the place is checked.
    /// </summary>
    /// <param name="formerId">The company it belongs to as stored.</param>
    /// <returns>Whether the place is a new one.</returns>
    public async Task<bool> TouchAsync(CompanyPart part, string? formerId)
    {
        if (string.IsNullOrEmpty(part.ParentCompanyId) || part.ParentCompanyId == formerId)
        {
            return false;
        }

        await structures.TouchAsync(part.ContentItem.ContentItemId);

        foreach (var company in await FindAboveAsync(part.ParentCompanyId))
        {
            await structures.TouchAsync(company.ContentItemId);
        }

        return true;
    }

    /// <summary>The companies above one, the nearest first; where they go round in a circle, each once.</summary>
    public async Task<IReadOnlyList<CompanyIndex>> FindAboveAsync(string? parentId)
    {
        var above = new List<CompanyIndex>();

        for (var next = parentId; !string.IsNullOrEmpty(next) && above.Count < MaxDepth && above.TrueForAll(company => company.ContentItemId != next);)
        {
            var id = next;

            if (await session.QueryIndex<CompanyIndex>(index => index.ContentItemId == id).FirstOrDefaultAsync() is not { } row)
            {
                break;
            }

            above.Add(row);
            next = row.ParentCompanyId;
        }

        return above;
    }
}

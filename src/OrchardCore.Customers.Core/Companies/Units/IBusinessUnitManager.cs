using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Makes, changes, moves and deletes the business units of companies. It flushes what it saves and answers with a
/// <see cref="Result"/>: the keys of its errors are full names of fields (<c>BusinessUnitPart.Name</c>), or empty.
/// </summary>
public interface IBusinessUnitManager
{
    /// <summary>How many levels a tree may have, the headquarters being the first.</summary>
    const int MaxDepth = 50;

    /// <summary>How many units a company may have.</summary>
    const int MaxUnits = 10_000;

    /// <summary>A unit that is not saved yet.</summary>
    /// <param name="parentUnitId">The unit above it.</param>
    Task<ContentItem> NewAsync(string companyId, string parentUnitId);

    /// <summary>The unit with that content item id; <see langword="null"/> when there is none.</summary>
    Task<ContentItem?> FindAsync(string id);

    /// <summary>Units by their content item ids, those that there are; for names beside their ids.</summary>
    Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyCollection<string> ids);

    /// <summary>All units of a company as they hang together, by a single query.</summary>
    Task<BusinessUnitTree> FindTreeAsync(string companyId);

    /// <summary>Saves a new unit.</summary>
    Task<Result> CreateAsync(ContentItem unit);

    /// <summary>Saves a changed unit, unless somebody else saved it since it was loaded; then the error names <see cref="BusinessUnitPart.Revision"/>.</summary>
    Task<Result> UpdateAsync(ContentItem unit);

    /// <summary>Hangs a unit, with all that is below it, under another one of its company.</summary>
    Task<Result> MoveAsync(string unitId, string parentUnitId);

    /// <summary>
    /// Deletes a unit for good: the units below it move one level up, its people to the unit above. The headquarters goes only
    /// with its company. A unit that is gone already is deleted.
    /// </summary>
    Task<Result> DeleteAsync(string unitId);
}

using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Sites;

/// <summary>
/// Makes, changes and deletes the sites where customers shop. What it saves is committed when it answers. The keys of errors
/// are names of <see cref="StoreSite"/> properties, those of its assisted buying as <c>AssistedBuying.EntryPath</c>, or empty.
/// </summary>
public interface IStoreSiteManager
{
    /// <summary>All sites in their order. They are shared: don't change them.</summary>
    Task<IReadOnlyList<StoreSite>> FindAllAsync();

    /// <summary>The site with that code, in whatever case; <see langword="null"/> when there is none.</summary>
    Task<StoreSite?> FindAsync(string? code);

    /// <summary>Saves a new site.</summary>
    Task<Result> CreateAsync(StoreSite site);

    /// <summary>Saves a changed site, unless somebody else saved it since; then the error names <see cref="StoreSite.Revision"/>.</summary>
    Task<Result> UpdateAsync(StoreSite site);

    /// <summary>Offers a site in forms, or no more.</summary>
    Task<Result> SetActiveAsync(string code, bool isActive);

    /// <summary>Deletes a site that neither customers nor users have.</summary>
    Task<Result> DeleteAsync(string code);
}

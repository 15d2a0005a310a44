using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Makes, changes and deletes companies. It flushes what it saves and answers with a <see cref="Result"/>: the keys of its
/// errors are full names of fields (<c>CompanyPart.Name</c>, or a merchant's <c>Company.Segment</c>), or empty. When the
/// database refuses, the session is cancelled.
/// </summary>
public interface ICompanyManager
{
    /// <summary>A company that is not saved yet.</summary>
    Task<ContentItem> NewAsync();

    /// <summary>The company with that content item id; <see langword="null"/> when there is none.</summary>
    Task<ContentItem?> FindAsync(string id);

    /// <summary>Companies by their content item ids, those that there are; for names beside their ids.</summary>
    Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyCollection<string> ids);

    /// <summary>Saves a new company, with its headquarters and its first roles.</summary>
    Task<Result> CreateAsync(ContentItem company);

    /// <summary>Saves a changed company, unless somebody else saved it since it was loaded; then the error names <see cref="CompanyPart.Revision"/>.</summary>
    Task<Result> UpdateAsync(ContentItem company);

    /// <summary>Approves, denies, activates ... a company. What is so already stays so.</summary>
    Task<Result> ChangeAsync(ContentItem company, CompanyAction action);

    /// <summary>
    /// Deletes a company for good, with its units and roles, unless an <see cref="ICompanyDependent"/> says why not or another
    /// company belongs to it. A company that is gone already is deleted.
    /// </summary>
    Task<Result> DeleteAsync(ContentItem company);
}

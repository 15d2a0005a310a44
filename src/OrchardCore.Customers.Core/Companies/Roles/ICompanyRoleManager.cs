using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Makes, changes and deletes the roles of companies. It flushes what it saves and answers with a <see cref="Result"/>: the
/// keys of its errors are names of <see cref="CompanyRole"/> properties, <c>Limits[name of a permission]</c>, or empty.
/// </summary>
public interface ICompanyRoleManager
{
    /// <summary>How many roles a company may have.</summary>
    const int MaxRoles = 200;

    /// <summary>A role that is not saved yet.</summary>
    CompanyRole New(string companyId);

    /// <summary>The role with that id; <see langword="null"/> when there is none.</summary>
    Task<CompanyRole?> FindAsync(string roleId);

    /// <summary>All roles of a company by their names.</summary>
    Task<IReadOnlyList<CompanyRole>> FindAllAsync(string companyId);

    /// <summary>Saves a new role.</summary>
    Task<Result> CreateAsync(CompanyRole role);

    /// <summary>
    /// Saves a changed role, unless somebody else saved it since: <see cref="CompanyRole.Revision"/> is the one it was read
    /// with, and the error names it. The default role stays the default until another one becomes it.
    /// </summary>
    Task<Result> UpdateAsync(CompanyRole role);

    /// <summary>
    /// Deletes a role. Who has it gets the replacement, without which a role that somebody has is not deleted; the default
    /// role is not deleted.
    /// </summary>
    Task<Result> DeleteAsync(string roleId, string? replacementId);
}

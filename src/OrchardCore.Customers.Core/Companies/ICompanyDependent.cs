using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Companies;

/// <summary>
/// Something another capability or module keeps of companies, their units and roles: it is asked before one of them goes,
/// and told. Register it as a scoped service.
/// </summary>
public interface ICompanyDependent
{
    /// <summary>Why the company can't be deleted, in the user's words; <see langword="null"/> when it can.</summary>
    Task<LocalizedString?> FindReasonToKeepAsync(ContentItem company) => Task.FromResult<LocalizedString?>(null);

    /// <summary>The company is about to be deleted, in this session: what depends on it goes too.</summary>
    Task DeletingAsync(ContentItem company) => Task.CompletedTask;

    /// <summary>How many people belong to the unit, for the question before it is deleted.</summary>
    Task<int> CountInUnitAsync(string unitId) => Task.FromResult(0);

    /// <summary>
    /// A unit is being deleted: moves its people to another one. It is called outside the transaction that deletes the unit,
    /// before and after it, and may commit batches of its own; when it throws, the unit stays.
    /// </summary>
    Task MoveAsync(string fromUnitId, string toUnitId) => Task.CompletedTask;

    /// <summary>How many people have each of the company's roles, by the ids of the roles.</summary>
    Task<IReadOnlyDictionary<string, int>> CountInRolesAsync(string companyId)
        => Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());

    /// <summary>A role is being deleted: who has it gets another one. Called like <see cref="MoveAsync"/>.</summary>
    Task ReplaceRoleAsync(string roleId, string replacementId) => Task.CompletedTask;
}

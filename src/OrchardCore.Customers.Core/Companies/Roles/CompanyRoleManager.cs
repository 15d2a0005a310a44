using Microsoft.Extensions.Localization;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies;

internal sealed class CompanyRoleManager(CompanyRoleChanges changes, CompanyWriter writer, CompanyDependents dependents, IStringLocalizer<CompanyRoleManager> S) : ICompanyRoleManager
{
    private const string RevisionKey = nameof(CompanyRole.Revision);

    public CompanyRole New(string companyId) => new() { RoleId = CompanyRoles.NewId(), CompanyId = companyId };

    public Task<CompanyRole?> FindAsync(string roleId) => changes.FindAsync(roleId);

    public Task<IReadOnlyList<CompanyRole>> FindAllAsync(string companyId) => changes.FindAllAsync(companyId);

    public Task<Result> CreateAsync(CompanyRole role) => writer.TryAsync<CompanyRoleChanges>(RevisionKey, changes => changes.CreateAsync(role));

    public Task<Result> UpdateAsync(CompanyRole role) => writer.TryAsync<CompanyRoleChanges>(RevisionKey, changes => changes.UpdateAsync(role));

    public async Task<Result> DeleteAsync(string roleId, string? replacementId)
    {
        if (await changes.FindAsync(roleId) is not { } role)
        {
            return Result.Success();
        }

        if (role.IsDefault || string.IsNullOrEmpty(replacementId))
        {
            return await DeleteAsync(role.RoleId, isReplaced: false);
        }

        if (replacementId == roleId || await changes.FindAsync(replacementId) is not { } replacement || replacement.CompanyId != role.CompanyId)
        {
            return CustomerWriter.Refused("replacement", S["The company has no such role any more. Choose another one."]);
        }

        var replaced = await dependents.ReplaceRoleAsync(roleId, replacementId);

        if (!replaced.Succeeded)
        {
            return replaced;
        }

        var result = await DeleteAsync(roleId, isReplaced: true);

        if (result.Succeeded)
        {
            // Those who got it meanwhile.
            await dependents.ReplaceRoleAsync(roleId, replacementId);
        }

        return result;
    }

    private Task<Result> DeleteAsync(string roleId, bool isReplaced) => writer.TryAsync<CompanyRoleChanges>(RevisionKey, changes => changes.DeleteAsync(roleId, isReplaced));
}

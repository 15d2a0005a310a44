using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Customers.Companies;

/// <summary>The tab of a company's roles.</summary>
internal sealed class CompanyRolesTab(ICompanyRoleManager manager, CompanyPermissionCatalog catalog, CompanyDependents dependents, IAuthorizationService authorizationService, IStringLocalizer<CompanyRolesTab> S) : ICompanyTab
{
    public const string TabName = "roles";

    public string Name => TabName;

    public LocalizedString Text => S["Roles"];

    public int Order => 20;

    public Permission Permission => CompaniesPermissions.ViewCompanies;

    public string ViewName => "_CompanyRoles";

    public async Task<object> BuildAsync(CompanyTabContext context)
    {
        var companyId = context.Company.ContentItemId;
        var people = await dependents.CountInRolesAsync(companyId);
        var roles = await manager.FindAllAsync(companyId);

        return new CompanyRolesModel(
            companyId,
            [.. roles.Select(role => Row(role, people.GetValueOrDefault(role.RoleId)))],
            await authorizationService.AuthorizeAsync(context.User, CompaniesPermissions.ManageCompanyRoles, context.Company),
            context.ReturnUrl);
    }

    private CompanyRoleRow Row(CompanyRole role, int people) => new(
        role.RoleId,
        role.Name,
        role.IsDefault,
        role.Permissions.Length,
        [.. role.Limits.Select(limit => S["{0}: {1} {2}", catalog.Find(limit.Permission)?.Text.Value ?? limit.Permission, CurrencyAmounts.Write(limit.Amount, limit.Currency, CultureInfo.CurrentCulture), limit.Currency].Value)],
        people,
        people == 0 ? new Confirmation(S["Delete the role {0}? This cannot be undone.", role.Name], S["Delete"]) : null);
}

using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies;

/// <summary>Says what stands on the pages of a company's role, and reads its form.</summary>
public sealed class CompanyRolePages(
    ICompanyManager companies,
    ICompanyRoleManager manager,
    CompanyPermissionCatalog catalog,
    IEnumerable<ICompanyDependent> dependents,
    IAuthorizationService authorizationService,
    IStringLocalizer<CompanyRolePages> S)
{
    /// <summary>The company, if there is one whose roles the user may manage.</summary>
    public async Task<ContentItem?> FindCompanyAsync(string companyId, ClaimsPrincipal user)
        => await companies.FindAsync(companyId) is { } company && await authorizationService.AuthorizeAsync(user, CompaniesPermissions.ManageCompanyRoles, company) ? company : null;

    /// <summary>The role of that company, if there is one that the user may manage.</summary>
    public async Task<CompanyRole?> FindAsync(string companyId, string roleId, ClaimsPrincipal user)
        => await FindCompanyAsync(companyId, user) is not null && await manager.FindAsync(roleId) is { } role && role.CompanyId == companyId ? role : null;

    public static string BackUrl(string companyId, string? returnUrl, IUrlHelper url)
        => url.RouteUrl(CompaniesRoutes.Display, new { id = companyId, tab = CompanyRolesTab.TabName, returnUrl = url.IsLocalUrl(returnUrl) ? returnUrl : null })!;

    public static CompanyRoleViewModel Read(CompanyRole role) => new()
    {
        Name = role.Name,
        IsDefault = role.IsDefault,
        Permissions = role.Permissions,
        Revision = role.Revision,
        Limits = role.Limits.GroupBy(limit => limit.Permission).ToDictionary(
            limits => limits.Key,
            limits => limits.Select(limit => new CompanyRoleAmount { Amount = CurrencyAmounts.Write(limit.Amount, limit.Currency, CultureInfo.CurrentCulture), Currency = limit.Currency }).ToArray()),
    };

    /// <summary>What the form is drawn with; each limit has an empty row for one more currency.</summary>
    public CompanyRoleViewModel Draw(CompanyRoleViewModel model, ContentItem company, CompanyRole? stored, string? returnUrl, IUrlHelper url)
    {
        foreach (var permission in catalog.All.Where(permission => permission.HasLimit))
        {
            var rows = model.Limits.GetValueOrDefault(permission.Name) ?? [];
            model.Limits[permission.Name] = rows.Length > 0 && IsEmpty(rows[^1]) ? rows : [.. rows, new CompanyRoleAmount()];
        }

        // What a feature brought that is not enabled any more, stays as it is ticked.
        var unknown = model.Permissions.Where(name => catalog.Find(name) is null).Select(name => new CompanyPermission(name, new LocalizedString(name, name), S["Other"]));

        model.Form = new CompanyRoleFormModel(
            company.NameOf(),
            BackUrl(company.ContentItemId, returnUrl, url),
            stored is null,
            stored?.IsDefault == true,
            [.. catalog.All.Concat(unknown).GroupBy(permission => permission.Group.Value).Select(group => new CompanyPermissionGroup(group.Key, [.. group]))],
            returnUrl);

        return model;
    }

    /// <summary>Writes what was typed into a role; an amount that can't be read is said beside its field.</summary>
    public CompanyRole Write(CompanyRoleViewModel model, CompanyRole role, ModelStateDictionary modelState) => new()
    {
        RoleId = role.RoleId,
        CompanyId = role.CompanyId,
        Name = model.Name ?? "",
        IsDefault = model.IsDefault || role.IsDefault,
        Permissions = model.Permissions,
        Limits = [.. model.Limits.SelectMany(pair => pair.Value.Where(amount => !IsEmpty(amount)), (pair, amount) => Limit(pair.Key, amount, modelState))],
        Revision = model.Revision,
    };

    public async Task<CompanyRoleDeleteModel> AskToDeleteAsync(CompanyRole role, string? returnUrl, IUrlHelper url)
    {
        var people = 0;

        foreach (var dependent in dependents)
        {
            people += (await dependent.CountInRolesAsync(role.CompanyId)).GetValueOrDefault(role.RoleId);
        }

        var others = (await manager.FindAllAsync(role.CompanyId)).Where(other => other.RoleId != role.RoleId).ToList();

        return new CompanyRoleDeleteModel(
            new Confirmation(S["Delete the role {0}? This cannot be undone.", role.Name], S["Delete"]),
            people == 0 ? null : new ChoiceModel(
                new FieldModel("replacement", S["{0} people have it. They get instead", people], others.Find(other => other.IsDefault)?.RoleId) { IsRequired = true },
                [.. others.Select(other => new ListOption(other.RoleId, other.Name))]),
            BackUrl(role.CompanyId, returnUrl, url),
            returnUrl);
    }

    private CompanyRoleLimit Limit(string permission, CompanyRoleAmount typed, ModelStateDictionary modelState)
    {
        var currency = typed.Currency?.Trim().ToUpperInvariant() ?? "";
        var amount = CurrencyAmounts.Read(typed.Amount, currency, CultureInfo.CurrentCulture);

        if (amount is null)
        {
            modelState.AddModelError($"{nameof(CompanyRole.Limits)}[{permission}]", S["“{0}” is no amount. It looks like {1}.", typed.Amount ?? "", CurrencyAmounts.Write(123_456, currency, CultureInfo.CurrentCulture)]);
        }

        return new CompanyRoleLimit { Permission = permission, Amount = amount ?? 0, Currency = currency };
    }

    private static bool IsEmpty(CompanyRoleAmount amount) => string.IsNullOrWhiteSpace(amount.Amount) && string.IsNullOrWhiteSpace(amount.Currency);
}

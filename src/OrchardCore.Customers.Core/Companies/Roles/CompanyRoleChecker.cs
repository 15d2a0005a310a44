using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies;

/// <summary>The rules for roles of companies.</summary>
internal sealed class CompanyRoleChecker(CompanyFieldChecker fields, CompanyPermissionCatalog catalog, IStringLocalizer<CompanyRoleChecker> S)
{
    /// <summary>Trims a role's texts and says what is wrong with it.</summary>
    /// <param name="stored">As it is stored; <see langword="null"/> for a new one.</param>
    /// <param name="others">The other roles of the company.</param>
    public CompanyErrors Check(CompanyRole role, CompanyRole? stored, IReadOnlyList<CompanyRole> others)
    {
        Normalize(role);
        var errors = new CompanyErrors(part: null);
        fields.CheckName(errors, nameof(role.Name), VisibleText.Clean(role.Name), CompanyRole.MaxName);

        if (others.Any(other => SearchText.Fold(other.Name) == SearchText.Fold(role.Name)))
        {
            errors.Add(nameof(role.Name), S["The company has a role “{0}” already.", role.Name]);
        }

        if (stored is null && others.Count >= ICompanyRoleManager.MaxRoles)
        {
            errors.Add("", S["A company can have at most {0} roles.", ICompanyRoleManager.MaxRoles]);
        }

        if (!role.IsDefault && others.All(other => !other.IsDefault))
        {
            errors.Add(nameof(role.IsDefault), S["Exactly one role is the default. Make another one the default; then this one is not any more."]);
        }

        CheckPermissions(role, stored, errors);
        CheckLimits(role, errors);

        return errors;
    }

    private static void Normalize(CompanyRole role)
    {
        role.Name = VisibleText.Clean(role.Name) ?? "";
        role.Permissions = [.. role.Permissions.Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal)];
        role.Limits = [.. role.Limits.Where(limit => role.Has(limit.Permission))];

        foreach (var limit in role.Limits)
        {
            limit.Currency = Currencies.Find(limit.Currency?.Trim())?.Code ?? limit.Currency?.Trim() ?? "";
        }
    }

    /// <summary>What a feature brought that is not enabled any more, stays.</summary>
    private void CheckPermissions(CompanyRole role, CompanyRole? stored, CompanyErrors errors)
    {
        foreach (var name in role.Permissions)
        {
            if (catalog.Find(name) is not { } permission)
            {
                if (stored?.Has(name) != true)
                {
                    errors.Add(nameof(role.Permissions), S["There is no permission “{0}”.", name]);
                }
            }
            else if (permission.Requires is { } required && !role.Has(required))
            {
                errors.Add(nameof(role.Permissions), S["“{0}” needs “{1}”: tick it too.", permission.Text.Value, catalog.Find(required)?.Text.Value ?? required]);
            }
        }
    }

    private void CheckLimits(CompanyRole role, CompanyErrors errors)
    {
        foreach (var limits in role.Limits.GroupBy(limit => limit.Permission))
        {
            var field = $"{nameof(role.Limits)}[{limits.Key}]";

            if (catalog.Find(limits.Key) is { HasLimit: false } permission)
            {
                errors.Add(field, S["“{0}” has no limit.", permission.Text.Value]);
            }

            foreach (var limit in limits)
            {
                if (Currencies.Find(limit.Currency) is null)
                {
                    errors.Add(field, limit.Currency.Length == 0 ? S["Choose the currency of the amount."] : S["There is no currency “{0}”.", limit.Currency]);
                }

                if (limit.Amount < 0)
                {
                    errors.Add(field, S["An amount can't be negative."]);
                }
            }

            if (limits.GroupBy(limit => limit.Currency).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                errors.Add(field, S["There are two amounts in {0}. Keep one.", twice.Key]);
            }
        }
    }
}

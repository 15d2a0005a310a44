using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Draws what follows the company in the form of a membership.</summary>
public sealed class MembershipChoicesBuilder(
    ICompanyManager companies,
    ICompanyRoleManager roles,
    CompanyChoices choices,
    MemberRights rights,
    MembershipAddresses addresses,
    IStringLocalizer<MembershipChoicesBuilder> S)
{
    /// <param name="assigned">The roles the customer has, as they are stored.</param>
    public async Task<MembershipChoices> BuildAsync(MembershipForm form, ContentItem? customer, IReadOnlyCollection<string> assigned, IUrlHelper url)
    {
        var company = string.IsNullOrEmpty(form.CompanyId) ? null : await companies.FindAsync(form.CompanyId);
        var id = company?.ContentItemId ?? "";
        var known = company is null ? [] : await roles.FindAllAsync(id);
        var mayGrant = await rights.MayGrantAsync();
        var ticked = form.FollowsCompany ? [.. form.AssignedRoles ?? [], .. form.UnassignedRoles ?? []] : new HashSet<string>(StringComparer.Ordinal);

        // The default role is suggested once, when the company is chosen; who takes the tick off means it.
        bool IsTicked(CompanyRole role) => form.FollowsCompany ? ticked.Contains(role.RoleId) : role.IsDefault;

        return new MembershipChoices
        {
            CompanyId = id,
            Unit = await UnitAsync(form, id, url),
            Assigned = new(nameof(form.AssignedRoles), S["Assigned Roles"], [.. known.Where(role => assigned.Contains(role.RoleId)).Select(role => Check(role, IsTicked(role)))])
            {
                Hint = S["Clear a tick to take the role off."],
            },
            Unassigned = new(nameof(form.UnassignedRoles), S["Unassigned Roles"],
                [.. known.Where(role => !assigned.Contains(role.RoleId) && (mayGrant || role.IsDefault)).Select(role => Check(role, IsTicked(role)))])
            {
                Hint = company is null ? S["Choose a company to see its roles."]
                    : mayGrant ? S["What is ticked is assigned when you save."]
                    : S["What is ticked is assigned when you save. You may give the default role only."],
            },
            Billing = addresses.Draw(nameof(form.Billing), S["Billing address"], form.Billing, customer, company),
            Shipping = addresses.Draw(nameof(form.Shipping), S["Shipping address"], form.Shipping, customer, company),
        };
    }

    private async Task<SearchedChoiceModel> UnitAsync(MembershipForm form, string companyId, IUrlHelper url)
    {
        var unit = form.FollowsCompany ? form.UnitId : null;
        var found = companyId.Length == 0 ? [] : await choices.FindUnitsAsync(companyId, form.UnitSearch, unit);

        // Where there is one, there is nothing to choose.
        var chosen = found.Count == 1 && string.IsNullOrEmpty(form.UnitSearch) ? found[0].Value : unit;

        return new(
            new FieldModel(nameof(form.UnitId), S["Business Unit"], chosen) { IsRequired = true, Hint = companyId.Length == 0 ? S["Choose a company to see its units."].Value : null },
            [new("", S["Choose a business unit"]), .. found],
            url.RouteUrl(CompanyMembersRoutes.Units, new { company = companyId })!)
        {
            SearchName = nameof(form.UnitSearch),
            Search = form.UnitSearch,
            Redraw = "units",
            Nobody = S["No unit of this company matches."],
        };
    }

    private CheckOption Check(CompanyRole role, bool isTicked)
    {
        var limits = role.Limits.Select(limit => new MinorAmount(limit.Amount, limit.Currency).ToString()).Distinct().ToList();
        var hint = role.Permissions.Length == 1 ? S["1 permission"] : S["{0:N0} permissions", role.Permissions.Length];

        return new(role.RoleId, role.IsDefault ? S["{0} (default)", role.Name] : role.Name, isTicked, limits.Count == 0 ? hint : S["{0}, with limits: {1}", hint, string.Join(", ", limits)]);
    }
}

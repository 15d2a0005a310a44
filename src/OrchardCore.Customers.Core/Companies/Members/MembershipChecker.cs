using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>The rules for memberships: what is chosen belongs together, and nobody grants more than it may manage.</summary>
internal sealed class MembershipChecker(
    ICompanyManager companies,
    IBusinessUnitManager units,
    ICompanyRoleManager roles,
    MemberRights rights,
    MemberGroupNeed need,
    IStringLocalizer<MembershipChecker> S)
{
    /// <summary>What is wrong with a membership; roles that are gone are taken out of it.</summary>
    /// <param name="stored">The membership as it is stored; <see langword="null"/> for a new one.</param>
    public async Task<IReadOnlyList<ResultError>> CheckAsync(Membership membership, ContentItem customer, Membership? stored)
    {
        var errors = new List<ResultError>();

        if (await companies.FindAsync(membership.CompanyId) is not { } company)
        {
            Fail(nameof(Membership.CompanyId), membership.CompanyId.Length == 0 ? S["Choose a company."] : S["This company is not there any more. Choose another one."]);
        }
        else
        {
            await CheckUnitAsync(membership, company, Fail);
            await CheckRolesAsync(membership, stored, Fail);
            CheckAddress(nameof(Membership.Billing), membership.Billing, company, customer, Fail);
            CheckAddress(nameof(Membership.Shipping), membership.Shipping, company, customer, Fail);
        }

        await CheckGroupAsync(membership, stored, Fail);

        if (stored is null && await need.IsMissingAsync(customer))
        {
            Fail(nameof(Membership.CustomerId), S["Who belongs to a company needs a customer group, and {0} is in none. Choose one in the customer's form first.", customer.GetOrCreate<CustomerPart>().ContactName ?? ""]);
        }

        return errors;

        void Fail(string field, LocalizedString message) => errors.Add(new ResultError { Key = field, Message = message });
    }

    /// <summary>What is wrong with changing anything a customer is in companies; <see langword="null"/> when the user may. Who is out of scope is as if it were not there.</summary>
    public async Task<LocalizedString?> FindReasonAgainstManagingAsync(ContentItem? customer)
        => !await rights.MayManageAsync() ? S["You may not change what customers are in companies."]
            : customer is null || !await rights.MayViewAsync(customer) ? S["There is no such customer."]
            : null;

    /// <summary>Those of the roles that the company still has.</summary>
    public async Task<string[]> FindKnownAsync(string companyId, IEnumerable<string> roleIds)
        => [.. roleIds.Intersect((await roles.FindAllAsync(companyId)).Select(role => role.RoleId), StringComparer.Ordinal)];

    private async Task CheckUnitAsync(Membership membership, ContentItem company, Action<string, LocalizedString> fail)
    {
        if (membership.UnitId.Length == 0)
        {
            fail(nameof(Membership.UnitId), S["Choose a business unit."]);
        }
        else if (await units.FindAsync(membership.UnitId) is not { } unit)
        {
            fail(nameof(Membership.UnitId), S["This business unit is not there any more. Choose another one."]);
        }
        else if (unit.GetOrCreate<BusinessUnitPart>().CompanyId != membership.CompanyId)
        {
            fail(nameof(Membership.UnitId), S["This business unit belongs to another company. Choose one of {0}.", company.GetOrCreate<CompanyPart>().Name ?? ""]);
        }
    }

    private async Task CheckRolesAsync(Membership membership, Membership? stored, Action<string, LocalizedString> fail)
    {
        var known = await roles.FindAllAsync(membership.CompanyId);
        var had = stored?.RoleIds ?? [];
        membership.RoleIds = [.. membership.RoleIds.Distinct(StringComparer.Ordinal).Where(id => known.Any(role => role.RoleId == id) || !had.Contains(id, StringComparer.Ordinal))];

        if (membership.RoleIds.Any(id => known.All(role => role.RoleId != id)))
        {
            fail(nameof(Membership.RoleIds), S["One of the roles belongs to another company, or is not there any more. Look at the roles again."]);
        }
        else if (known.Where(role => !role.IsDefault && membership.RoleIds.Contains(role.RoleId, StringComparer.Ordinal) && !had.Contains(role.RoleId, StringComparer.Ordinal)).ToList() is { Count: > 0 } granted
            && !await rights.MayGrantAsync())
        {
            fail(nameof(Membership.RoleIds), S["You may give the default role only, and not: {0}. That takes the permission to manage the roles of companies.", string.Join(", ", granted.Select(role => role.Name))]);
        }
    }

    private async Task CheckGroupAsync(Membership membership, Membership? stored, Action<string, LocalizedString> fail)
    {
        if (membership.Group is not { } group || !Enum.IsDefined(group))
        {
            fail(nameof(Membership.Group), S["Choose an approval group."]);
        }
        else if (group == ApprovalGroup.Admin && stored?.Group != ApprovalGroup.Admin && !await rights.MayGrantAsync())
        {
            fail(nameof(Membership.Group), S["You may not make anybody an Admin of a company. That takes the permission to manage the roles of companies."]);
        }

        if (!Enum.IsDefined(membership.ContactType))
        {
            fail(nameof(Membership.ContactType), S["There is no such type of contact."]);
        }
    }

    private void CheckAddress(string field, MembershipAddress? address, ContentItem company, ContentItem customer, Action<string, LocalizedString> fail)
    {
        if (address is not null && (address.IsOfCompany ? company : customer).GetOrCreate<AddressBookPart>().Find(address.Id) is null)
        {
            fail(field, S["This address is not there any more. Choose another one."]);
        }
    }
}

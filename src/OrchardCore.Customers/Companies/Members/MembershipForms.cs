using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Draws the form in which a customer is attached to a company, or what it is there is changed.</summary>
public sealed class MembershipForms(CompanyChoices companies, MembershipChoicesBuilder choices, MemberRights rights, MembershipTexts texts, IStringLocalizer<MembershipForms> S)
{
    /// <param name="stored">The membership that is changed; <see langword="null"/> for a new one.</param>
    public async Task<MembershipFormModel> BuildAsync(MembershipForm form, ContentItem customer, Membership? stored, IUrlHelper url)
    {
        var id = customer.ContentItemId;
        var chosen = await companies.FindCompanyAsync(form.CompanyId);

        return new MembershipFormModel
        {
            Customer = customer.ListName(),
            IsNew = stored is null,
            Action = stored is null ? url.RouteUrl(CompanyMembersRoutes.Attach, new { id })! : url.RouteUrl(CompanyMembersRoutes.Edit, new { id, companyId = stored.CompanyId })!,
            LeaveUrl = stored is null ? form.ReturnUrl ?? url.RouteUrl(CustomersRoutes.List)! : MembersReturn.EditedUrl(url, stored, form),
            ReturnUrl = form.ReturnUrl,
            Back = form.Back,
            Revision = form.Revision,
            CompanyName = stored is null ? null : chosen?.Label ?? S["A company that is gone"],
            Company = stored is null ? await CompanyAsync(form, chosen, url) : null,
            Choices = await choices.BuildAsync(form, customer, stored?.RoleIds ?? [], url),
            Groups = await GroupsAsync(form.Group, stored?.Group),
            ContactType = ContactTypes(form.ContactType),
            AddAddressUrl = url.RouteUrl(AddressesRoutes.Create, new { id })!,
        };
    }

    /// <summary>The approval groups that the user may give, and the one there is.</summary>
    public async Task<IReadOnlyList<GroupOption>> GroupsAsync(string? chosen, ApprovalGroup? stored)
    {
        var mayGrant = await rights.MayGrantAsync();

        return
        [
            .. Enum.GetValues<ApprovalGroup>()
                .Where(group => mayGrant || group != ApprovalGroup.Admin || stored == group)
                .Select(group => new GroupOption(group.ToString(), texts.Label(group), texts.Hint(group), group.ToString() == chosen)),
        ];
    }

    private ChoiceModel ContactTypes(string? chosen) => new(
        new FieldModel(nameof(MembershipForm.ContactType), texts.Label(nameof(Membership.ContactType)), chosen) { Hint = S["What the company's people are told to contact this customer for."] },
        [.. Enum.GetValues<ContactType>().Select(type => new ListOption(type.ToString(), texts.Label(type)))]);

    private async Task<SearchedChoiceModel> CompanyAsync(MembershipForm form, ListOption? chosen, IUrlHelper url)
    {
        var found = await companies.FindCompaniesAsync(form.CompanySearch);

        return new(
            new FieldModel(nameof(form.CompanyId), S["Company"], chosen?.Value) { IsRequired = true },
            [new("", S["Choose a company"]), .. chosen is null || found.Contains(chosen) ? [] : new[] { chosen }, .. found],
            url.RouteUrl(CompanyMembersRoutes.Companies)!)
        {
            SearchName = nameof(form.CompanySearch),
            Search = form.CompanySearch,
            Redraw = "companies",
            Nobody = S["No company matches."],
        };
    }
}

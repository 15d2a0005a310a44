using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What the form of an invitation posts.</summary>
public sealed class InvitationForm : MembershipForm
{
    public string? Email { get; set; }

    public string? ContactName { get; set; }

    /// <summary>The ids of the groups that are ticked.</summary>
    public string[]? CustomerGroups { get; set; }
}

/// <summary>Draws the form in which somebody is invited to a company.</summary>
public sealed class InvitationForms(MembershipForms forms, MembershipChoicesBuilder choices, ICustomerGroupManager groups, ICompanyInviter inviter, IStringLocalizer<InvitationForms> S)
{
    public async Task<InvitationFormModel> BuildAsync(InvitationForm form, ContentItem company, IUrlHelper url)
    {
        // At first the default role is suggested; what is posted later is what was ticked.
        form.DrawnFor = form.Redraw is null && form.Email is null && form.Group is null && form.UnitId is null ? null : form.DrawnFor;
        var known = await groups.ListNamesAsync();

        return new InvitationFormModel
        {
            Company = company.GetOrCreate<CompanyPart>().Name ?? "",
            LeaveUrl = MembersReturn.PeopleUrl(url, company.ContentItemId),
            Email = new(nameof(form.Email), S["E-mail"], form.Email) { Type = "email", IsRequired = true, MaxLength = 254 },
            ContactName = new(nameof(form.ContactName), S["Contact name"], form.ContactName) { MaxLength = 255, Hint = S["Left empty, it is the e-mail address."] },
            Choices = await choices.BuildAsync(form, customer: null, assigned: [], url),
            Groups = await forms.GroupsAsync(form.Group, stored: null),
            CustomerGroups = new(nameof(form.CustomerGroups), S["Customer groups"], [.. known.Select(group => new CheckOption(group.Id, group.Name, form.CustomerGroups?.Contains(group.Id) == true))]),
            SendsMail = inviter.SendsMail,
        };
    }
}

/// <summary>The form of an invitation, drawn.</summary>
public sealed class InvitationFormModel
{
    public required string Company { get; init; }

    public required string LeaveUrl { get; init; }

    public required FieldModel Email { get; init; }

    public required FieldModel ContactName { get; init; }

    public required MembershipChoices Choices { get; init; }

    public required IReadOnlyList<GroupOption> Groups { get; init; }

    public required ChecksModel CustomerGroups { get; init; }

    /// <summary>Whether who is invited gets a mail.</summary>
    public required bool SendsMail { get; init; }
}

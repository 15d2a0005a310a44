using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>Draws people of a company.</summary>
public sealed class PersonRows(MembershipTexts texts, MemberLinks links, IStringLocalizer<PersonRows> S)
{
    internal PersonRow Build(ContentItem customer, Membership membership, ContentItem company, MembershipDirectory known)
    {
        var part = customer.GetOrCreate<CustomerPart>();

        return new(customer.ContentItemId, customer.ListName(), part.Email)
        {
            Unit = known.Units.GetValueOrDefault(membership.UnitId),
            Roles = known.RolesOf(membership),
            Group = membership.Group is { } group ? texts.Label(group).Value : null,
            Contact = membership.ContactType == ContactType.None ? null : texts.Label(membership.ContactType).Value,
            State = State(part, membership),
            IsActive = membership.IsActive,
            Detach = links.AskToDetach(customer.ListName(), company.GetOrCreate<CompanyPart>().Name ?? ""),
        };
    }

    private ListBadge State(CustomerPart customer, Membership membership)
        => !membership.IsActive ? new(S["Disabled"], "circle-pause", "secondary")
            : membership.InvitedUtc is not null && string.IsNullOrEmpty(customer.AccountId) ? new(S["Invited"], "envelope", "primary")
            : new(S["Active"], "circle-check", "success");
}

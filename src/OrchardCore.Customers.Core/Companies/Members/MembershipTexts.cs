using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>What a membership is made of, in the user's language.</summary>
public sealed class MembershipTexts(IStringLocalizer<MembershipTexts> S)
{
    /// <summary>The label of a field; <see langword="null"/> when a membership has none of that name.</summary>
    public LocalizedString? TryLabel(string field) => field switch
    {
        nameof(Membership.CompanyId) => S["Company"],
        nameof(Membership.UnitId) => S["Business unit"],
        nameof(Membership.RoleIds) => S["Company roles"],
        nameof(Membership.Group) => S["Approval group"],
        nameof(Membership.ContactType) => S["Contact for"],
        nameof(Membership.IsActive) => S["Active in the company"],
        nameof(Membership.IsDefault) => S["Default company"],
        nameof(Membership.Billing) => S["Billing address"],
        nameof(Membership.Shipping) => S["Shipping address"],
        _ => null,
    };

    /// <exception cref="ArgumentException">There is no field of that name.</exception>
    public LocalizedString Label(string field) => TryLabel(field) ?? throw new ArgumentException($"A membership has no field '{field}'.", nameof(field));

    public LocalizedString Label(ApprovalGroup group) => group switch
    {
        ApprovalGroup.Admin => S["Admin"],
        ApprovalGroup.Buyer => S["Buyer"],
        ApprovalGroup.Requester => S["Requester"],
        _ => S["Contact"],
    };

    /// <summary>What the group means for who is in it.</summary>
    public LocalizedString Hint(ApprovalGroup group) => group switch
    {
        ApprovalGroup.Admin => S["Orders without asking, and approves any amount."],
        ApprovalGroup.Buyer => S["Orders without asking up to the limit of the roles; above it an Admin approves."],
        ApprovalGroup.Requester => S["Asks for each order: a Buyer or an Admin approves up to the limit of the roles, an Admin above it."],
        _ => S["Orders nothing."],
    };

    public LocalizedString Label(ContactType type) => type switch
    {
        ContactType.Primary => S["Everything (primary contact)"],
        ContactType.Billing => S["Billing"],
        ContactType.Logistics => S["Logistics"],
        ContactType.Contact => S["Other matters"],
        _ => S["Nothing in particular"],
    };
}

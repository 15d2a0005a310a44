using static OrchardCore.Customers.Companies.CompaniesPermissions;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>The feature of companies, where it is about their people and what these ask for.</summary>
internal static class MembersRouteRules
{
    public static readonly IReadOnlyDictionary<string, RouteRule> All = new Dictionary<string, RouteRule>(StringComparer.Ordinal)
    {
        ["CompanyMembers.Attach"] = new(ManageCompanyMembers, Subject.Customer),
        ["CompanyMembers.AttachPost"] = new(ManageCompanyMembers, Subject.Customer),
        ["CompanyMembers.Edit"] = new(ManageCompanyMembers, Subject.Membership),
        ["CompanyMembers.EditPost"] = new(ManageCompanyMembers, Subject.Membership),
        ["MemberActions.Detach"] = new(ManageCompanyMembers, Subject.Membership),
        ["MemberActions.DetachPost"] = new(ManageCompanyMembers, Subject.Membership),
        ["MemberActions.Default"] = new(ManageCompanyMembers, Subject.Membership),
        ["MemberActions.Active"] = new(ManageCompanyMembers, Subject.Membership),
        ["CompanyChoices.Companies"] = new(ManageCompanyMembers, Subject.Nothing),
        ["CompanyChoices.Units"] = new(ManageCompanyMembers, Subject.Nothing),
        ["CompanyInvitations.Invite"] = new(ManageCompanyMembers, Subject.Company),
        ["CompanyInvitations.InvitePost"] = new(ManageCompanyMembers, Subject.Company),
        ["Approvals.Index"] = new(ViewCompanies, Subject.Nothing),
        ["Approvals.Display"] = new(ViewCompanies, Subject.Approval),
        ["Approvals.Answer"] = new(DecideApprovals, Subject.Approval),
    };
}

using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Companies.Members;
using Platform.Tests.Hosting;

namespace OrchardCore.Customers.Tests.Companies.Approvals;

/// <summary>Somebody of each group of a company.</summary>
internal sealed record People(TestCompany Company, string Admin, string Buyer, string Requester, string Contact)
{
    public static async Task<People> MakeAsync(TestSite site, long buyUpTo, long approveUpTo)
    {
        var company = await site.AddTestCompanyAsync("Approvals " + Guid.NewGuid().ToString("N"));
        var role = await site.AddRoleAsync(
            company.Id, "Limited", [CompanyPermissionNames.BuyUpTo, CompanyPermissionNames.SendForApproval, CompanyPermissionNames.ApproveUpTo],
            MembersSiteExtensions.Limit(CompanyPermissionNames.BuyUpTo, buyUpTo), MembersSiteExtensions.Limit(CompanyPermissionNames.ApproveUpTo, approveUpTo));

        Task<string> AddAsync(ApprovalGroup group) => site.AddMemberAsync(company, membership => (membership.RoleIds, membership.Group) = ([role], group));

        return new(company, await AddAsync(ApprovalGroup.Admin), await AddAsync(ApprovalGroup.Buyer), await AddAsync(ApprovalGroup.Requester), await AddAsync(ApprovalGroup.Contact));
    }

    public string Of(ApprovalGroup group) => group switch
    {
        ApprovalGroup.Admin => Admin,
        ApprovalGroup.Buyer => Buyer,
        ApprovalGroup.Requester => Requester,
        _ => Contact,
    };
}

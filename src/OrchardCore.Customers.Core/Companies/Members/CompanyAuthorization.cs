using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Sql;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Members;

internal sealed class CompanyAuthorization(ISession session, CompanyPermissionCatalog catalog, IStringLocalizer<CompanyAuthorization> S) : ICompanyAuthorization
{
    /// <summary>What people of a blocked company may not do.</summary>
    private static readonly string[] ForOrdering =
        [CompanyPermissionNames.PlaceOrder, CompanyPermissionNames.BuyUpTo, CompanyPermissionNames.SendForApproval, CompanyPermissionNames.ApproveUpTo];

    public Task<CompanyAnswer> MayAsync(Membership membership, string permission, MinorAmount? amount = null)
        => MayAsync(membership.CustomerId, membership.CompanyId, permission, amount);

    public async Task<CompanyAnswer> MayAsync(string customerId, string companyId, string permission, MinorAmount? amount = null)
    {
        if (amount?.Amount < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), "An amount can't be negative.");
        }

        // Both are read anew: a right that was taken away a moment ago is gone.
        var standing = await CompanyStanding.ReadAsync(session, Membership.KeyOf(companyId, customerId));
        var refusal = RefusalOf(standing, permission);

        if (refusal != CompanyRefusal.None)
        {
            return Explained(new CompanyAnswer { IsAllowed = false, Refusal = refusal }, permission, amount);
        }

        var ids = standing!.Membership.RoleIds;
        var roles = ids.Length == 0 ? [] : await session.Query<CompanyRole, CompanyRoleIndex>(index => index.RoleId.IsIn(ids), collection: CustomersConstants.Collection).NoDuplicates().ListAsync();

        return Explained(CompanyRights.Ask(roles.Where(role => role.CompanyId == companyId), permission, amount), permission, amount);
    }

    private static CompanyRefusal RefusalOf(CompanyStanding? standing, string permission) => standing switch
    {
        null => CompanyRefusal.NoMember,
        { Status: CompanyStatus.Denied } => CompanyRefusal.DeniedCompany,
        { Status: CompanyStatus.Pending } => CompanyRefusal.PendingCompany,
        { IsActive: false } => CompanyRefusal.InactiveCompany,
        { Membership.IsActive: false } => CompanyRefusal.InactiveMember,
        { IsBlocked: true } when ForOrdering.Contains(permission, StringComparer.Ordinal) => CompanyRefusal.BlockedCompany,
        _ => CompanyRefusal.None,
    };

    private CompanyAnswer Explained(CompanyAnswer answer, string permission, MinorAmount? amount)
        => answer.IsAllowed ? answer : answer with { Reason = Explain(answer, catalog.Find(permission)?.Text ?? permission, amount) };

    private LocalizedString Explain(CompanyAnswer answer, string permission, MinorAmount? amount) => answer.Refusal switch
    {
        CompanyRefusal.NoMember => S["The customer does not belong to this company."],
        CompanyRefusal.InactiveMember => S["The customer may do nothing for this company now."],
        CompanyRefusal.PendingCompany => S["This company was not approved yet."],
        CompanyRefusal.DeniedCompany => S["This company was denied."],
        CompanyRefusal.InactiveCompany => S["This company is not active."],
        CompanyRefusal.BlockedCompany => S["This company is blocked: its people may log in and may not order."],
        CompanyRefusal.OtherCurrency => S["No role permits “{0}” in the currency {1}.", permission, amount!.Currency],
        CompanyRefusal.AboveLimit => S["“{0}” is permitted up to {1} by the role {2}.", permission, answer.Limit!, answer.Role!.Name],
        _ => S["No role permits “{0}”.", permission],
    };
}

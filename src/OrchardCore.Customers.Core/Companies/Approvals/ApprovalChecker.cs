using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Companies.Members;
using YesSql;
using YesSql.Services;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Who has to ask, and who may answer.</summary>
internal sealed class ApprovalChecker(ISession session, ICompanyAuthorization authorization, IMembershipManager memberships, ICompanyManager companies, ICustomerManager customers, IStringLocalizer<ApprovalChecker> S)
{
    public async Task<ApprovalNeed> CheckAsync(string customerId, string companyId, MinorAmount amount)
    {
        var answer = await authorization.MayAsync(customerId, companyId, CompanyPermissionNames.BuyUpTo, amount);

        if (!IsAboutRoles(answer.Refusal) || await memberships.FindAsync(customerId, companyId) is not { Group: { } group })
        {
            return new(ApprovalReason.NotAllowed, [], answer.Reason ?? S["The customer does not belong to this company."]);
        }

        var reason = ApprovalRules.Ask(group, answer.IsAllowed);

        return new(reason, ApprovalRules.ApproversFor(reason), reason switch
        {
            ApprovalReason.None => S["No approval is needed."],
            ApprovalReason.RequestersAsk => S["A Requester asks for each order. A Buyer or an Admin of the company approves it."],
            ApprovalReason.ContactsOrderNothing => S["A Contact of the company can't order."],
            _ => S["{0} An Admin of the company approves it.", answer.Reason ?? S["It is above the limit."]],
        });
    }

    /// <summary>Members who may approve this, apart from who asks.</summary>
    public async Task<IReadOnlyList<Membership>> FindApproversAsync(ApprovalReason reason, string requesterId, string companyId, MinorAmount amount, int count)
    {
        string[] groups = [.. ApprovalRules.ApproversFor(reason).Select(group => group.ToString())];
        var able = new List<Membership>();

        if (groups.Length == 0)
        {
            return able;
        }

        var members = await session.Query<Membership, MembershipIndex>(index => index.CompanyId == companyId && index.IsActive && index.CustomerId != requesterId && index.Group.IsIn(groups))
            .OrderBy(index => index.DocumentId).Take(count).NoDuplicates().ListAsync();

        foreach (var member in members)
        {
            if (await MayApproveAsync(member, amount) is null)
            {
                able.Add(member.Copy());
            }
        }

        return able;
    }

    /// <summary>Why this one can't answer; <see langword="null"/> when it can.</summary>
    public async Task<LocalizedString?> FindReasonAgainstAsync(Approval approval, ApprovalActor actor)
    {
        if (actor.CustomerId is { } customerId)
        {
            return approval.ApproverId is { } asked && asked != customerId
                ? S["Somebody else of the company is asked. Only who is asked can answer."]
                : await FindReasonAgainstMemberAsync(approval, customerId);
        }

        if (actor.UserId is not null && await customers.FindAsync(approval.RequesterId) is { } requester && requester.GetOrCreate<CustomerPart>().AccountId == actor.UserId)
        {
            return OwnRequest();
        }

        return (await companies.FindAsync(approval.CompanyId))?.GetOrCreate<CompanyPart>().MayOrder() == true ? null : S["This company may not order now."];
    }

    /// <summary>Why this member can't be asked; <see langword="null"/> when it can.</summary>
    public async Task<LocalizedString?> FindReasonAgainstMemberAsync(Approval approval, string customerId)
    {
        if (await memberships.FindAsync(customerId, approval.CompanyId) is not { Group: { } group } member)
        {
            return S["Only somebody of the same company can approve this."];
        }

        if (customerId == approval.RequesterId && !ApprovalRules.IsUnlimited(group))
        {
            return OwnRequest();
        }

        return !ApprovalRules.ApproversFor(approval.Reason).Contains(group)
            ? approval.Reason == ApprovalReason.AboveLimit ? S["This is above the limit: only an Admin of the company can approve it."] : S["Only a Buyer or an Admin of the company can approve this."]
            : await MayApproveAsync(member, approval.Money);
    }

    /// <summary>An Admin approves any amount; but nobody does who may do nothing for the company now.</summary>
    private async Task<LocalizedString?> MayApproveAsync(Membership member, MinorAmount amount)
    {
        var answer = await authorization.MayAsync(member, CompanyPermissionNames.ApproveUpTo, amount);

        return answer.IsAllowed || (IsAboutRoles(answer.Refusal) && ApprovalRules.IsUnlimited(member.Group!.Value)) ? null : answer.Reason;
    }

    private LocalizedString OwnRequest() => S["Nobody approves what one has asked for oneself."];

    /// <summary>Whether it is the roles that permit it or don't, and not the state of member or company.</summary>
    private static bool IsAboutRoles(CompanyRefusal refusal)
        => refusal is CompanyRefusal.None or CompanyRefusal.NoRole or CompanyRefusal.OtherCurrency or CompanyRefusal.AboveLimit;
}

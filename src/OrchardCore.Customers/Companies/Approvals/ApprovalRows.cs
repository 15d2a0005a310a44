using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Says what is asked of whom: one query for all names, however many approvals.</summary>
public sealed class ApprovalRows(CustomerNames names, ILocalClock localClock, IStringLocalizer<ApprovalRows> S)
{
    public async Task<IReadOnlyList<ApprovalRow>> BuildAsync(IReadOnlyList<Approval> approvals)
    {
        var known = await names.OfItemsAsync(approvals.SelectMany(approval => new[] { approval.CompanyId, approval.RequesterId, approval.ApproverId }).OfType<string>());
        var rows = new List<ApprovalRow>();

        foreach (var approval in approvals)
        {
            rows.Add(new(approval.ApprovalId, $"{approval.Subject.Kind} {approval.Subject.Id}")
            {
                CompanyId = approval.CompanyId,
                Company = known.GetValueOrDefault(approval.CompanyId),
                RequesterId = approval.RequesterId,
                Requester = known.GetValueOrDefault(approval.RequesterId),
                Approver = approval.ApproverId is { } approver ? known.GetValueOrDefault(approver) ?? S["Somebody who is gone"]
                    : approval.Reason == ApprovalReason.AboveLimit ? S["Any Admin of the company"] : S["Any Buyer or Admin of the company"],
                Amount = approval.Money.ToString(),
                State = Badge(approval.State),
                Created = await localClock.ToSiteZoneAsync(approval.CreatedUtc),
                Expires = await localClock.ToSiteZoneAsync(approval.ExpiresUtc),
            });
        }

        return rows;
    }

    /// <summary>What was done and said, the latest last.</summary>
    public async Task<IReadOnlyList<ApprovalCommentModel>> CommentsAsync(Approval approval)
    {
        var known = await names.OfItemsAsync(approval.Comments.Select(comment => comment.CustomerId).OfType<string>());
        var told = new List<ApprovalCommentModel>();

        foreach (var comment in approval.Comments)
        {
            told.Add(new(
                comment.State == ApprovalState.Pending ? S["Asked"] : Label(comment.State),
                comment.CustomerId is { } customer ? known.GetValueOrDefault(customer) ?? S["A customer who is gone"] : comment.UserName ?? S["The site"],
                await localClock.ToSiteZoneAsync(comment.Utc),
                comment.Text));
        }

        return told;
    }

    public LocalizedString Label(ApprovalState state) => state switch
    {
        ApprovalState.Approved => S["Approved"],
        ApprovalState.Declined => S["Declined"],
        ApprovalState.Expired => S["Expired"],
        ApprovalState.Closed => S["Closed"],
        _ => S["Waiting"],
    };

    private ListBadge Badge(ApprovalState state) => state switch
    {
        ApprovalState.Approved => new(Label(state), "circle-check", "success"),
        ApprovalState.Declined => new(Label(state), "xmark", "danger"),
        ApprovalState.Pending => new(Label(state), "circle-info", "warning"),
        _ => new(Label(state), "circle-pause", "secondary"),
    };
}

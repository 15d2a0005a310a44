using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>
/// Says what is asked of whom: two queries for all names, however many approvals. What a customer asks for who is out of the
/// user's scope is left out; such an approver is told as one who is gone.
/// </summary>
public sealed class ApprovalRows(CustomerNames names, CustomerLookup customers, ILocalClock localClock, IStringLocalizer<ApprovalRows> S)
{
    public async Task<IReadOnlyList<ApprovalRow>> BuildAsync(IReadOnlyList<Approval> approvals, ClaimsPrincipal user)
    {
        var people = approvals.SelectMany(approval => new[] { approval.RequesterId, approval.ApproverId }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = await names.OfItemsAsync(approvals.Select(approval => approval.CompanyId).Concat(people));
        var seen = await NamesAsync(people, user);
        var rows = new List<ApprovalRow>();

        foreach (var approval in approvals.Where(approval => seen.ContainsKey(approval.RequesterId) || !known.ContainsKey(approval.RequesterId)))
        {
            rows.Add(new(approval.ApprovalId, $"{approval.Subject.Kind} {approval.Subject.Id}")
            {
                CompanyId = approval.CompanyId,
                Company = known.GetValueOrDefault(approval.CompanyId),
                RequesterId = approval.RequesterId,
                Requester = seen.GetValueOrDefault(approval.RequesterId),
                Approver = approval.ApproverId is { } approver ? seen.GetValueOrDefault(approver) ?? S["Somebody who is gone"]
                    : approval.Reason == ApprovalReason.AboveLimit ? S["Any Admin of the company"] : S["Any Buyer or Admin of the company"],
                Amount = approval.Money.ToString(),
                State = Badge(approval.State),
                Created = await localClock.ToSiteZoneAsync(approval.CreatedUtc),
                Expires = await localClock.ToSiteZoneAsync(approval.ExpiresUtc),
            });
        }

        return rows;
    }

    /// <summary>Whether it is one of those that <see cref="BuildAsync"/> does not leave out.</summary>
    public async Task<bool> MaySeeAsync(Approval approval, ClaimsPrincipal user)
        => (await NamesAsync([approval.RequesterId], user)).Count > 0 || !(await names.OfItemsAsync([approval.RequesterId])).ContainsKey(approval.RequesterId);

    /// <summary>What was done and said, the latest last.</summary>
    public async Task<IReadOnlyList<ApprovalCommentModel>> CommentsAsync(Approval approval, ClaimsPrincipal user)
    {
        var seen = await NamesAsync([.. approval.Comments.Select(comment => comment.CustomerId).OfType<string>().Distinct(StringComparer.Ordinal)], user);
        var told = new List<ApprovalCommentModel>();

        foreach (var comment in approval.Comments)
        {
            told.Add(new(
                comment.State == ApprovalState.Pending ? S["Asked"] : Label(comment.State),
                comment.CustomerId is { } customer ? seen.GetValueOrDefault(customer) ?? S["A customer who is gone"] : comment.UserName ?? S["The site"],
                await localClock.ToSiteZoneAsync(comment.Utc),
                comment.Text));
        }

        return told;
    }

    /// <summary>The names of those customers that the user sees.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(IReadOnlyList<string> ids, ClaimsPrincipal user)
        => (await customers.FindAsync(ids, user)).ToDictionary(customer => customer.ContentItemId, customer => customer.ListName(), StringComparer.Ordinal);

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

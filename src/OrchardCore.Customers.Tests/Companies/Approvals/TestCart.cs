using OrchardCore.Customers.Companies;
using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Tests.Companies.Approvals;

/// <summary>A cart as a shop would have it: it asks before it becomes an order, and is locked while somebody is asked.</summary>
internal sealed class TestCart(IApprovalService approvals, string customerId, string companyId, string cartId)
{
    private const string Kind = "cart";

    private readonly List<(string Item, long Price)> _lines = [];

    public MinorAmount Total => new(_lines.Sum(line => line.Price), "EUR");

    public bool IsOrdered { get; private set; }

    public async Task AddAsync(string item, long price)
    {
        if (await approvals.FindOpenAsync(Kind, cartId) is not null)
        {
            throw new InvalidOperationException("The cart waits for an approval.");
        }

        _lines.Add((item, price));
    }

    /// <summary>Orders what need not be approved, or what was.</summary>
    /// <param name="approvalId">The approval that there is; <see langword="null"/> when nobody asked yet.</param>
    public async Task<ApprovalNeed> OrderAsync(string? approvalId = null)
    {
        var need = await approvals.CheckAsync(customerId, companyId, Total);
        var approval = approvalId is null ? null : await approvals.FindAsync(approvalId);
        IsOrdered = need.IsFree || (need.CanBeAsked && approval is { State: ApprovalState.Approved } && approval.Subject.Id == cartId && approval.Money == Total);

        return need;
    }

    public Task<(Result Result, Approval? Approval)> AskAsync(string? approver = null, string? comment = null)
        => approvals.RequestAsync(new ApprovalRequest(customerId, companyId, new() { Kind = Kind, Id = cartId }, Total, approver) { Comment = comment });
}

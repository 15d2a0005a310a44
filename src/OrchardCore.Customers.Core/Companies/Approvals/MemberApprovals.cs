using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Customers.Companies.Members;
using YesSql;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Keeps approvals right when members, customers and companies go.</summary>
internal sealed class MemberApprovals(ISession session, ApprovalWriter writer, IStringLocalizer<MemberApprovals> S) : ContentPartHandler<CustomerPart>, IMembershipDependent, ICompanyDependent
{
    private const string Collection = CustomersConstants.Collection;
    private const int BatchSize = 200;
    private const string Pending = nameof(ApprovalState.Pending);

    /// <summary>What the member asked for ends; what the member was asked, anybody may answer whose group allows it.</summary>
    public async Task DetachingAsync(Membership membership)
    {
        var (company, customer) = (membership.CompanyId, membership.CustomerId);

        await ChangeAsync(
            session.Query<Approval, ApprovalIndex>(index => index.CompanyId == company && index.State == Pending && index.RequesterId == customer, collection: Collection),
            approval => writer.Decide(approval, ApprovalState.Closed, ApprovalActor.Site, S["Who asked left the company."]));
        await ChangeAsync(
            session.Query<Approval, ApprovalIndex>(index => index.CompanyId == company && index.State == Pending && index.ApproverId == customer, collection: Collection),
            approval => approval.ApproverId = null);
    }

    /// <summary>
    /// All that the customer has asked and answered goes over, what waits as well: it is the same person, and what was ordered
    /// on an approval keeps it. Nobody is left to approve what one has asked for oneself.
    /// </summary>
    public Task MergingAsync(string customerId, string intoCustomerId) => ChangeAsync(
        session.Query<Approval, ApprovalIndex>(index => index.RequesterId == customerId || index.ApproverId == customerId, collection: Collection),
        approval =>
        {
            string Of(string id) => id == customerId ? intoCustomerId : id;

            approval.RequesterId = Of(approval.RequesterId);
            approval.ApproverId = approval.ApproverId is { } asked && Of(asked) != approval.RequesterId ? Of(asked) : null;

            foreach (var comment in approval.Comments.Where(comment => comment.CustomerId == customerId))
            {
                comment.CustomerId = intoCustomerId;
            }
        });

    /// <summary>Nothing personal outlives the customer: what it wrote goes; that somebody asked and was answered stays.</summary>
    public override async Task RemovedAsync(RemoveContentContext context, CustomerPart part)
    {
        if (!context.NoActiveVersionLeft)
        {
            return;
        }

        var id = context.ContentItem.ContentItemId;
        await ChangeAsync(session.Query<Approval, ApprovalIndex>(index => index.RequesterId == id || index.ApproverId == id, collection: Collection), approval =>
        {
            foreach (var comment in approval.Comments.Where(comment => comment.CustomerId == id))
            {
                comment.Text = null;
            }
        });
    }

    public async Task<LocalizedString?> FindReasonToKeepAsync(ContentItem company)
    {
        var id = company.ContentItemId;
        var waiting = await session.QueryIndex<ApprovalIndex>(index => index.CompanyId == id && index.State == Pending, collection: Collection).CountAsync();

        return waiting switch
        {
            0 => null,
            1 => S["An approval of this company waits for an answer. Answer or close it first, under Approvals."],
            _ => S["{0:N0} approvals of this company wait for an answer. Answer or close them first, under Approvals.", waiting],
        };
    }

    public async Task DeletingAsync(ContentItem company)
    {
        var id = company.ContentItemId;
        IReadOnlyList<Approval> batch;

        do
        {
            batch = [.. await session.Query<Approval, ApprovalIndex>(index => index.CompanyId == id, collection: Collection).Take(BatchSize).NoDuplicates().ListAsync()];

            foreach (var approval in batch)
            {
                session.Delete(approval, Collection);
            }

            await session.FlushAsync();
        }
        while (batch.Count == BatchSize);
    }

    private async Task ChangeAsync(IQuery<Approval, ApprovalIndex> query, Action<Approval> change)
    {
        foreach (var approval in await query.NoDuplicates().ListAsync())
        {
            change(approval);
            approval.Revision++;
            await session.SaveAsync(approval, checkConcurrency: true, collection: Collection);
        }

        await session.FlushAsync();
    }
}

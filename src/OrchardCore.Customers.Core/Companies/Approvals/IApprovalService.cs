using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>
/// Says who must approve what members of companies order, and keeps their questions and answers. Carts and orders ask it. It
/// flushes what it saves and answers with a <see cref="Result"/>: the keys of its errors are names of
/// <see cref="Approval"/> properties, or empty.
/// </summary>
public interface IApprovalService
{
    /// <summary>Whether a member may order for this amount without asking, and whom to ask else.</summary>
    Task<ApprovalNeed> CheckAsync(string customerId, string companyId, MinorAmount amount);

    /// <summary>The members who may approve it, by the order of their beginning, at most <paramref name="count"/> of them.</summary>
    Task<IReadOnlyList<Membership>> FindApproversAsync(string customerId, string companyId, MinorAmount amount, int count);

    /// <summary>The approval with that id; <see langword="null"/> when there is none.</summary>
    Task<Approval?> FindAsync(string approvalId);

    /// <summary>The latest approval of a subject; <see langword="null"/> when nobody asked for any.</summary>
    Task<Approval?> FindOpenAsync(string kind, string id);

    /// <summary>Asks for an approval. What need not be approved is refused, and so is a second question while the first one waits.</summary>
    Task<(Result Result, Approval? Approval)> RequestAsync(ApprovalRequest request);

    /// <summary>Asks another member instead.</summary>
    Task<Result> AskAsync(string approvalId, string? approverId, ApprovalActor actor);

    /// <summary>Approves. Of two who answer at once, one is told that it is answered already.</summary>
    Task<Result> ApproveAsync(string approvalId, ApprovalActor actor, string? comment = null);

    /// <summary>Declines.</summary>
    Task<Result> DeclineAsync(string approvalId, ApprovalActor actor, string? comment = null);

    /// <summary>Takes the question back, or ends it because what it is about is gone.</summary>
    Task<Result> CloseAsync(string approvalId, ApprovalActor actor, string? comment = null);
}

/// <summary>Whether an order has to be approved.</summary>
/// <param name="Reason">Why, as a code that does not change.</param>
/// <param name="Approvers">The groups whose members may approve; none when it may not be ordered at all, or need not be approved.</param>
/// <param name="Text">The same in the user's words.</param>
public sealed record ApprovalNeed(ApprovalReason Reason, IReadOnlyList<ApprovalGroup> Approvers, LocalizedString Text)
{
    /// <summary>Whether the order can be placed now.</summary>
    public bool IsFree => Reason == ApprovalReason.None;

    /// <summary>Whether it can be placed once somebody has approved.</summary>
    public bool CanBeAsked => Approvers.Count > 0;
}

/// <summary>What is asked for.</summary>
/// <param name="ApproverId">The customer who is asked; <see langword="null"/> for anybody whose group allows it.</param>
public sealed record ApprovalRequest(string CustomerId, string CompanyId, ApprovalSubject Subject, MinorAmount Amount, string? ApproverId = null)
{
    public string? Comment { get; init; }

    /// <summary>How long the answer is waited for.</summary>
    public TimeSpan ValidFor { get; init; } = Approval.UsualTime;
}

/// <summary>Who acts on an approval: a member of the company, a user of the admin, or the site itself.</summary>
public sealed record ApprovalActor
{
    /// <summary>The content item id of the customer; <see langword="null"/> for all others.</summary>
    public string? CustomerId { get; private init; }

    /// <summary>Who the user of the admin is; <see langword="null"/> for all others.</summary>
    public string? UserId { get; private init; }

    public string? UserName { get; private init; }

    /// <summary>A customer, who acts in the shop.</summary>
    public static ApprovalActor Member(string customerId) => new() { CustomerId = customerId };

    /// <summary>A user of the admin, who has the permission to decide for any company.</summary>
    public static ApprovalActor Staff(string userId, string userName) => new() { UserId = userId, UserName = userName };

    /// <summary>The site, because something is gone.</summary>
    public static readonly ApprovalActor Site = new();
}

using YesSql.Indexes;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>
/// A member of a company asks another one to approve something that costs money, such as a cart. A document in
/// <see cref="CustomersConstants.Collection"/>; its comments are added to and never changed.
/// </summary>
public sealed class Approval
{
    /// <summary>How long the answer is waited for unless who asks says otherwise.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromDays(14);

    /// <summary>Given when it is made; never changed.</summary>
    public string ApprovalId { get; set; } = "";

    public string CompanyId { get; set; } = "";

    /// <summary>The content item id of the customer who asks.</summary>
    public string RequesterId { get; set; } = "";

    /// <summary>The content item id of the customer who is asked, one at a time; <see langword="null"/> while anybody may answer whose group allows it.</summary>
    public string? ApproverId { get; set; }

    public ApprovalState State { get; set; }

    /// <summary>What it is about: a kind, e.g. <c>cart</c>, and an id among its kind.</summary>
    public ApprovalSubject Subject { get; set; } = new();

    /// <summary>In minor units of the currency.</summary>
    public long Amount { get; set; }

    /// <summary>A currency code (ISO 4217).</summary>
    public string Currency { get; set; } = "";

    /// <summary>Why it has to be approved: as the rules said when it was asked for.</summary>
    public ApprovalReason Reason { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>When nobody waits for the answer any more.</summary>
    public DateTime ExpiresUtc { get; set; }

    /// <summary>When it was approved, declined or closed, or expired.</summary>
    public DateTime? DecidedUtc { get; set; }

    /// <summary>The latest is the last.</summary>
    public ApprovalComment[] Comments { get; set; } = [];

    /// <summary>Counts the saves.</summary>
    public int Revision { get; set; }

    public MinorAmount Money => new(Amount, Currency);
}

/// <summary>What an approval is about.</summary>
public sealed class ApprovalSubject
{
    /// <summary>The longest kind.</summary>
    public const int MaxKind = 32;

    /// <summary>The longest id.</summary>
    public const int MaxId = 66;

    /// <summary>E.g. <c>cart</c> or <c>quote</c>; at most 32 characters.</summary>
    public string Kind { get; set; } = "";

    /// <summary>At most 66 characters.</summary>
    public string Id { get; set; } = "";

    internal string Key => Kind + ":" + Id;
}

/// <summary>What somebody did with an approval, and said of it.</summary>
public sealed class ApprovalComment
{
    /// <summary>The longest text.</summary>
    public const int MaxText = 1000;

    public DateTime Utc { get; set; }

    /// <summary>What became of the approval then; <see cref="ApprovalState.Pending"/> when it was asked for.</summary>
    public ApprovalState State { get; set; }

    /// <summary>The customer who did it; <see langword="null"/> for a user of the admin, or the site itself.</summary>
    public string? CustomerId { get; set; }

    /// <summary>The user of the admin who did it, by the name of then; <see langword="null"/> for a customer, or the site itself.</summary>
    public string? UserName { get; set; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Text { get; set; }
}

/// <summary>What became of an approval.</summary>
public enum ApprovalState
{
    /// <summary>Waits for an answer.</summary>
    Pending,

    Approved,

    Declined,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>Taken back, or of no use any more.</summary>
    Closed,
}

/// <summary>One row per approval.</summary>
public sealed class ApprovalIndex : MapIndex
{
    public long DocumentId { get; set; }

    /// <summary>As in <see cref="Approval.ApprovalId"/>; unique in the database.</summary>
    public string ApprovalId { get; set; } = "";

    public string CompanyId { get; set; } = "";

    public string RequesterId { get; set; } = "";

    /// <summary>Empty while anybody may answer.</summary>
    public string ApproverId { get; set; } = "";

    /// <summary>The name of an <see cref="ApprovalState"/>.</summary>
    public string State { get; set; } = "";

    /// <summary>The subject of one that waits, else the approval itself; unique in the database, so that nothing is asked for twice at once.</summary>
    public string OpenKey { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    public DateTime ExpiresUtc { get; set; }
}

internal sealed class ApprovalIndexProvider : IndexProvider<Approval>
{
    public ApprovalIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<Approval> context) => context.For<ApprovalIndex>().Map(approval => new ApprovalIndex
    {
        ApprovalId = approval.ApprovalId,
        CompanyId = approval.CompanyId,
        RequesterId = approval.RequesterId,
        ApproverId = approval.ApproverId ?? "",
        State = approval.State.ToString(),
        OpenKey = approval.State == ApprovalState.Pending ? approval.Subject.Key : approval.ApprovalId,
        CreatedUtc = approval.CreatedUtc,
        ExpiresUtc = approval.ExpiresUtc,
    });
}

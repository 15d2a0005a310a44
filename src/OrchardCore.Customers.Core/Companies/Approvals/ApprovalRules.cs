using OrchardCore.Customers.Companies.Members;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>What the four groups have to ask for, and whom.</summary>
internal static class ApprovalRules
{
    /// <summary>What somebody of this group has to ask for.</summary>
    /// <param name="isWithinLimit">Whether the amount is one that the roles permit to buy for.</param>
    public static ApprovalReason Ask(ApprovalGroup group, bool isWithinLimit) => (group, isWithinLimit) switch
    {
        (ApprovalGroup.Admin, _) => ApprovalReason.None,
        (ApprovalGroup.Buyer, true) => ApprovalReason.None,
        (ApprovalGroup.Requester, true) => ApprovalReason.RequestersAsk,
        (ApprovalGroup.Buyer or ApprovalGroup.Requester, false) => ApprovalReason.AboveLimit,
        _ => ApprovalReason.ContactsOrderNothing,
    };

    /// <summary>The groups that may approve.</summary>
    public static IReadOnlyList<ApprovalGroup> ApproversFor(ApprovalReason reason) => reason switch
    {
        ApprovalReason.RequestersAsk => [ApprovalGroup.Buyer, ApprovalGroup.Admin],
        ApprovalReason.AboveLimit => [ApprovalGroup.Admin],
        _ => [],
    };

    /// <summary>Whether the group approves whatever the amount is, and also what its member asked for itself.</summary>
    public static bool IsUnlimited(ApprovalGroup group) => group == ApprovalGroup.Admin;
}

/// <summary>Why an order has to be approved, or need not be.</summary>
public enum ApprovalReason
{
    /// <summary>It need not be.</summary>
    None,

    /// <summary>Who is a Requester asks for each order.</summary>
    RequestersAsk,

    /// <summary>It is more than the roles permit to buy for.</summary>
    AboveLimit,

    /// <summary>Who is a Contact can't even ask.</summary>
    ContactsOrderNothing,

    /// <summary>The member or the company may not order at all now.</summary>
    NotAllowed,
}

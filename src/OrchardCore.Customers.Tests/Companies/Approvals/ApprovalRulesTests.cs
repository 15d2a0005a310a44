using OrchardCore.Customers.Companies.Approvals;
using OrchardCore.Customers.Companies.Members;
using OrchardCore.Customers.Tests.Shared;
using Xunit;

namespace OrchardCore.Customers.Tests.Companies.Approvals;

/// <summary>Group × limit.</summary>
public sealed class ApprovalRulesTests
{
    [Theory]
    [InlineData(ApprovalGroup.Admin, true, ApprovalReason.None, "")]
    [InlineData(ApprovalGroup.Admin, false, ApprovalReason.None, "")]
    [InlineData(ApprovalGroup.Buyer, true, ApprovalReason.None, "")]
    [InlineData(ApprovalGroup.Buyer, false, ApprovalReason.AboveLimit, "Admin")]
    [InlineData(ApprovalGroup.Requester, true, ApprovalReason.RequestersAsk, "Buyer Admin")]
    [InlineData(ApprovalGroup.Requester, false, ApprovalReason.AboveLimit, "Admin")]
    [InlineData(ApprovalGroup.Contact, true, ApprovalReason.ContactsOrderNothing, "")]
    [InlineData(ApprovalGroup.Contact, false, ApprovalReason.ContactsOrderNothing, "")]
    [Seed("E14")]
    public void TheGroupSaysWhoHasToApprove(ApprovalGroup group, bool isWithinLimit, ApprovalReason reason, string approvers)
    {
        Assert.Equal(reason, ApprovalRules.Ask(group, isWithinLimit));
        Assert.Equal(approvers, string.Join(' ', ApprovalRules.ApproversFor(reason)));
    }
}

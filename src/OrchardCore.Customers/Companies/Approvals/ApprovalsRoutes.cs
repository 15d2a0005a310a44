namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>Names of the admin routes of approvals, for links from other capabilities and modules.</summary>
public static class ApprovalsRoutes
{
    /// <summary>What waits for whom: <c>state</c> and <c>company</c> narrow it.</summary>
    public const string List = "ApprovalsList";

    /// <summary>One of them, by its <c>approvalId</c>.</summary>
    public const string Display = "ApprovalsDisplay";

    /// <summary>Answers one: a POST with a <see cref="ApprovalAnswer"/> and a <c>comment</c>.</summary>
    public const string Answer = "ApprovalsAnswer";

    internal const string Approval = "Approvals/{approvalId:length(32)}";
}

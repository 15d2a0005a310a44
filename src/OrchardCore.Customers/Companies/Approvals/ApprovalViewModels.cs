using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Approvals;

/// <summary>What the address of the list asks for.</summary>
public sealed class ApprovalListRequest
{
    /// <summary>The name of an <see cref="ApprovalState"/>; <c>all</c> for all of them, and nothing for what waits.</summary>
    public string? State { get; set; }

    /// <summary>A text in the name of the company.</summary>
    public string? Company { get; set; }

    public int PageNum { get; set; } = 1;
}

/// <summary>The list of approvals, drawn.</summary>
public sealed class ApprovalListModel
{
    public required IReadOnlyList<ListOption> States { get; init; }

    public required string State { get; init; }

    public required string? Company { get; init; }

    public required IReadOnlyList<ApprovalRow> Rows { get; init; }

    public required int Page { get; init; }

    public required bool HasOlder { get; init; }
}

/// <summary>One approval, as lists and its own page have it.</summary>
/// <param name="Subject">What it is about, e.g. <c>cart 4711</c>.</param>
public sealed record ApprovalRow(string Id, string Subject)
{
    public required string CompanyId { get; init; }

    /// <summary><see langword="null"/> when the company is gone.</summary>
    public required string? Company { get; init; }

    public required string RequesterId { get; init; }

    /// <summary><see langword="null"/> when the customer is gone.</summary>
    public required string? Requester { get; init; }

    /// <summary>Who is asked, in words.</summary>
    public required string Approver { get; init; }

    public required string Amount { get; init; }

    public required ListBadge State { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }
}

/// <summary>The page of an approval, drawn.</summary>
public sealed class ApprovalPageModel
{
    public required ApprovalRow Row { get; init; }

    /// <summary>Why it has to be approved.</summary>
    public required string Reason { get; init; }

    public required IReadOnlyList<ApprovalCommentModel> Comments { get; init; }

    /// <summary>Whether the user can answer it now.</summary>
    public required bool MayAnswer { get; init; }

    /// <summary>What was typed.</summary>
    public required string? Comment { get; init; }
}

public sealed record ApprovalCommentModel(string What, string Who, DateTimeOffset When, string? Text);

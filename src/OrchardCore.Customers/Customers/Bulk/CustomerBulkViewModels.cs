using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Bulk;

/// <summary>Asks whether to do it, to whom, and what has to be said with it.</summary>
public sealed class CustomerBulkViewModel
{
    public required CustomerBulkRequest Request { get; init; }

    /// <summary>A new job's id; sending the page twice starts one job.</summary>
    public required string JobId { get; init; }

    public required string Action { get; init; }

    public required string Hint { get; init; }

    public required bool IsDestructive { get; init; }

    public required CustomerBulkInput? Input { get; init; }

    /// <summary>How many customers it is for.</summary>
    public required int Count { get; init; }

    /// <summary>The names of the first of them.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Whether it is too much to wait for.</summary>
    public required bool IsLong { get; init; }

    public required string ListUrl { get; init; }
}

/// <summary>How far a job is.</summary>
public sealed class CustomerJobViewModel
{
    public required CustomerJob Job { get; init; }

    public required string Action { get; init; }

    public required JobProgressModel Progress { get; init; }

    /// <summary>A page of those that were refused.</summary>
    public required IReadOnlyList<CustomerJobRow> Refusals { get; init; }

    public required string? PreviousUrl { get; init; }

    public required string? NextUrl { get; init; }

    /// <summary>The list as it was left.</summary>
    public required string ListUrl { get; init; }
}

/// <summary>A customer that was refused.</summary>
/// <param name="Name"><see langword="null"/> when the customer is no longer there for this user.</param>
public sealed record CustomerJobRow(string? Name, string? Number, string? Url, string Reason);

/// <summary>A line in the list of jobs.</summary>
public sealed record CustomerJobLine(CustomerJob Job, string Action, ListBadge State, string? Started, string Url);

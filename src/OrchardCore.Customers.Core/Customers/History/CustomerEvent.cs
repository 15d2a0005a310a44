using System.Text.Json.Nodes;
using YesSql.Indexes;

namespace OrchardCore.Customers.History;

/// <summary>
/// What somebody did to a customer's record, written in the transaction of the change and never changed afterwards; a
/// document in <see cref="CustomersConstants.Collection"/>. When the customer is deleted, its events go too.
/// </summary>
public sealed class CustomerEvent
{
    /// <summary>Given by the session.</summary>
    public long Id { get; set; }

    /// <summary>The customer's content item id.</summary>
    public string CustomerId { get; set; } = "";

    public DateTime Utc { get; set; }

    public CustomerEventKind Kind { get; set; }

    /// <summary>The id of the user who did it; <see langword="null"/> when nobody asked for it.</summary>
    public string? UserId { get; set; }

    /// <summary>What that user was called then.</summary>
    public string? UserName { get; set; }

    /// <summary>See <see cref="CustomerActor.Means"/>.</summary>
    public string? Means { get; set; }

    /// <summary>What was changed.</summary>
    public CustomerDifference[] Changes { get; set; } = [];

    /// <summary>Whether what was stored before could not be read, so that nobody knows what was changed.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>How many changes there were beyond those that are kept.</summary>
    public int Omitted { get; set; }
}

/// <summary>What was done to a customer.</summary>
public enum CustomerEventKind
{
    Created,
    Changed,
}

/// <summary>One value of a customer's parts and fields that is not what it was.</summary>
/// <param name="Path">Where it stands, as form fields are named: <c>CustomerPart.Email</c>; an element of a list has its key in brackets.</param>
/// <param name="Old">As it was stored; <see langword="null"/> when there was none.</param>
/// <param name="New">As it was stored then; <see langword="null"/> when there is none.</param>
public sealed record CustomerDifference(string Path, JsonNode? Old, JsonNode? New);

/// <summary>One row per event, for the history of one customer.</summary>
public sealed class CustomerEventIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string CustomerId { get; set; } = "";

    public DateTime Utc { get; set; }
}

internal sealed class CustomerEventIndexProvider : IndexProvider<CustomerEvent>
{
    public CustomerEventIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CustomerEvent> context)
        => context.For<CustomerEventIndex>().Map(entry => new CustomerEventIndex { CustomerId = entry.CustomerId, Utc = entry.Utc });
}

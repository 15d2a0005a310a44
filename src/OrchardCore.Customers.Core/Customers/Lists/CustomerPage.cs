using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Lists;

/// <summary>One page of a list of customers.</summary>
public sealed class CustomerPage
{
    public required IReadOnlyList<ContentItem> Customers { get; init; }

    /// <summary>How many match; exact up to <see cref="CustomerPosition.MaxNumberedRows"/>, <see langword="null"/> when there are more.</summary>
    public int? Total { get; init; }

    /// <summary>The number of the page, from 1; <see langword="null"/> beyond the numbered ones.</summary>
    public int? Number { get; init; }

    public bool HasPrevious { get; init; }

    public bool HasNext { get; init; }
}

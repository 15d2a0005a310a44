using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Bulk;

/// <summary>Which customers a bulk action is for: those ticked, or all that a list matches.</summary>
public sealed class CustomerSelection
{
    /// <summary>Content item ids; <see langword="null"/> when it is all that match.</summary>
    public string[]? Ids { get; set; }

    /// <summary>Words that all have to occur, as in <see cref="CustomerQuery.Search"/>.</summary>
    public string? Search { get; set; }

    /// <summary>Values by the name of their <see cref="ICustomerListFilter"/>.</summary>
    public Dictionary<string, string> Filters { get; set; } = [];

    /// <summary>Those ticked.</summary>
    public static CustomerSelection Of(IEnumerable<string> ids) => new() { Ids = [.. ids.Distinct(StringComparer.Ordinal)] };

    /// <summary>All that a list matches.</summary>
    public static CustomerSelection Of(CustomerQuery query) => new() { Search = query.Search, Filters = new(query.Filters) };
}

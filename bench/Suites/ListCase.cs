using OrchardCore.Customers.Bench.Data;
using OrchardCore.Customers.Lists;

namespace OrchardCore.Customers.Bench.Suites;

/// <summary>A page of the list: what the module is asked, and the conditions and order of the same page in plain SQL.</summary>
/// <param name="Name">Its metrics are called after it.</param>
/// <param name="Query">What the module is asked.</param>
/// <param name="Where">SQL conditions on the index <c>i</c>; empty for none.</param>
/// <param name="Value">What stands for <c>@value</c> in them.</param>
/// <param name="OrderBy">The sort column and its direction.</param>
internal sealed record ListCase(string Name, CustomerQuery Query, string Where = "", string Value = "", string OrderBy = "\"ContactName\"")
{
    /// <summary>The pages that are measured, for a site on which this is a customer in the middle of the list.</summary>
    public static IReadOnlyList<ListCase> All(string middleId) =>
    [
        new("first", new CustomerQuery()),
        new("cursor", new CustomerQuery { Position = new CustomerPosition.After(middleId) }, Value: middleId),
        new(
            "filtered",
            new CustomerQuery { Filters = new Dictionary<string, string> { ["status"] = "Active" }, Sort = CustomerSort.Company, Descending = true },
            "i.\"Status\" = @value",
            "Active",
            "\"Company\" desc"),
        Search("common", CustomerData.CommonName),
        Search("rare", CustomerData.RareName),
        Search("absent", CustomerData.AbsentName),
    ];

    public bool IsCursor => Query.Position is CustomerPosition.After;

    private static ListCase Search(string name, string word)
        => new(name, new CustomerQuery { Search = word }, "i.\"Words\" like @value", $"%{word}%");
}

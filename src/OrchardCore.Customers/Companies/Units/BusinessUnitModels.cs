using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Companies;

/// <summary>The tab of a company's business units: the tree, a page of it.</summary>
public sealed class BusinessUnitsModel
{
    public required string CompanyId { get; init; }

    public required IReadOnlyList<BusinessUnitRow> Rows { get; init; }

    public required bool MayManage { get; init; }

    public string? Search { get; init; }

    /// <summary>Whether there are so many that one searches.</summary>
    public required bool IsMany { get; init; }

    /// <summary>Which units are shown, in words.</summary>
    public required string Summary { get; init; }

    public int? PreviousPage { get; init; }

    public int? NextPage { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <summary>A unit in its place.</summary>
/// <param name="Depth">1 for the headquarters; also for a screen reader, which sees no indent.</param>
/// <param name="Path">The units above it, where the tree is not shown.</param>
public sealed record BusinessUnitRow(string Id, string Name, int Depth, string? Path, string? Iban, string? Contact, bool IsHeadquarters, Confirmation Delete);

/// <summary>The page on which a unit gets another place.</summary>
public sealed class BusinessUnitMoveModel
{
    public required string Name { get; init; }

    public required string BackUrl { get; init; }

    public string? Search { get; init; }

    /// <summary>Where it may hang, indented; the first of those in which the search occurs.</summary>
    public required ChoiceModel Parents { get; init; }

    /// <summary>Whether there are more than are offered.</summary>
    public required bool IsCut { get; init; }

    public string? ReturnUrl { get; init; }
}

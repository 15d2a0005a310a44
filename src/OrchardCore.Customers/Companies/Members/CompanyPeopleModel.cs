using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Companies.Members;

/// <summary>A page of the people of a company.</summary>
public sealed class CompanyPeopleModel
{
    public required string CompanyId { get; init; }

    public required string? Search { get; init; }

    public required string? UnitId { get; init; }

    public required IReadOnlyList<ListOption> Units { get; init; }

    public required IReadOnlyList<PersonRow> People { get; init; }

    public required string Summary { get; init; }

    public required int? PreviousPage { get; init; }

    public required int? NextPage { get; init; }

    public required string? ReturnUrl { get; init; }

    public bool MayManage { get; set; }

    /// <summary>Whether somebody asked for less than all of them.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Search) || UnitId is not null;
}

public sealed record PersonRow(string CustomerId, string Name, string? Email)
{
    public required string? Unit { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required string? Group { get; init; }

    public required string? Contact { get; init; }

    public required ListBadge State { get; init; }

    public required bool IsActive { get; init; }

    public required Confirmation Detach { get; init; }
}

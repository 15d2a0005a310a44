using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What was understood of a file, and what is to become of it.</summary>
public sealed class ImportPlanViewModel
{
    public required ImportRun Run { get; init; }

    public required string Title { get; init; }

    public required ImportPlanForm Form { get; init; }

    public required IReadOnlyList<ListOption> Encodings { get; init; }

    public required IReadOnlyList<ListOption> Delimiters { get; init; }

    public required ImportSample Sample { get; init; }

    public required IReadOnlyList<ImportPlanColumn> Columns { get; init; }

    /// <summary>What a column can mean.</summary>
    public required IReadOnlyList<ListOption> Targets { get; init; }

    /// <summary>Whether there are so many columns that each is typed in rather than chosen: the choices would be a page of megabytes.</summary>
    public required bool IsWide { get; init; }

    public required IReadOnlyList<ListOption> DuplicateActions { get; init; }

    public required IReadOnlyList<ListOption> MatchKeys { get; init; }

    public required IReadOnlyList<CheckOption> Groups { get; init; }

    /// <summary>Whether there is something that invites, and the user may.</summary>
    public required bool MayInvite { get; init; }

    public required IReadOnlyList<ListOption> Profiles { get; init; }

    /// <summary>In words, how many columns are imported and what to do about the others.</summary>
    public required string Mapped { get; init; }

    /// <summary>What was filled in without having been asked for, in words; <see langword="null"/> when nothing was.</summary>
    public string? Suggested { get; init; }
}

/// <summary>The beginning of a file.</summary>
public sealed class ImportSample
{
    /// <summary>In words, how many rows and columns there are.</summary>
    public required string Summary { get; init; }

    /// <summary>What keeps rows or columns from being read.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    public required IReadOnlyList<string> Headings { get; init; }

    public required IReadOnlyList<ImportSampleRow> Rows { get; init; }

    /// <summary>How many columns are not shown.</summary>
    public required int Hidden { get; init; }
}

/// <param name="Number">Of the row, without the header.</param>
/// <param name="Problem">Why it can't be read; <see langword="null"/> when it can.</param>
public sealed record ImportSampleRow(long Number, IReadOnlyList<string> Cells, string? Problem);

/// <summary>A column of the file.</summary>
/// <param name="Examples">Some of what stands in it.</param>
/// <param name="Filled">In how many of a hundred rows something stands.</param>
/// <param name="Target">What it means; <see langword="null"/> when it is not imported.</param>
public sealed record ImportPlanColumn(string Heading, IReadOnlyList<string> Examples, int Filled, string? Target);

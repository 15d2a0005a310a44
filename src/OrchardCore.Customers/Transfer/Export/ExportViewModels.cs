using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Asks what is to be exported.</summary>
public sealed class ExportFormViewModel
{
    public required ExportForm Form { get; init; }

    public required string JobId { get; init; }

    /// <summary>Which customers can be meant.</summary>
    public required IReadOnlyList<ExportOption<ExportWhich>> Which { get; init; }

    /// <summary>Which columns the file can have.</summary>
    public required IReadOnlyList<ExportOption<ExportWhat>> What { get; init; }

    /// <summary>All columns, for those who choose.</summary>
    public required IReadOnlyList<CheckOption> Columns { get; init; }

    public required IReadOnlyList<ListOption> Delimiters { get; init; }

    /// <summary>More customers than this are exported in the background.</summary>
    public required int AtOnce { get; init; }

    /// <summary>How many days an export is kept.</summary>
    public required int Days { get; init; }

    /// <summary>The list as it was left.</summary>
    public required string ListUrl { get; init; }
}

/// <param name="Hint">What comes with it; <see langword="null"/> when there is nothing to say.</param>
public sealed record ExportOption<T>(T Value, string Label, string? Hint) where T : struct, Enum;

/// <summary>A page of exports.</summary>
public sealed class ExportListViewModel
{
    public required IReadOnlyList<ExportLine> Rows { get; init; }

    /// <summary>How many days an export is kept.</summary>
    public required int Days { get; init; }

    public required string? NewerUrl { get; init; }

    public required string? OlderUrl { get; init; }
}

/// <summary>A line in the list of exports.</summary>
/// <param name="What">Which customers, and into which kind of file.</param>
/// <param name="Started">When, in the site's zone, and by whom.</param>
/// <param name="Size">Empty before it is done.</param>
/// <param name="Expires">When it is deleted; <see langword="null"/> before it is done.</param>
/// <param name="Rows">How many customers are in it.</param>
public sealed record ExportLine(string FileName, string Url, string What, ListBadge State, string? Started, string Rows, string Size, string? Expires, IReadOnlyList<ActionLink> Actions);

/// <summary>How far an export is, and what came of it.</summary>
public sealed class ExportRunViewModel
{
    public required ExportRun Run { get; init; }

    public required JobProgressModel Progress { get; init; }

    /// <summary>Which customers, and into which kind of file.</summary>
    public required string What { get; init; }

    /// <summary>Whether there is a file to download.</summary>
    public required bool IsReady { get; init; }

    public required string Size { get; init; }

    /// <summary>When it is deleted; <see langword="null"/> before it is done.</summary>
    public required string? Expires { get; init; }

    /// <summary>Deletes it; <see langword="null"/> as long as it is under way.</summary>
    public required ActionLink? Delete { get; init; }
}

/// <summary>Asks before an export is deleted.</summary>
public sealed record ExportDeleteViewModel(Confirmation Confirmation, string CancelUrl);

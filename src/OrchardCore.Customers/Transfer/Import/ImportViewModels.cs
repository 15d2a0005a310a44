using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>A page of imports.</summary>
public sealed class ImportListViewModel
{
    public required IReadOnlyList<ImportLine> Rows { get; init; }

    public required string? NewerUrl { get; init; }

    public required string? OlderUrl { get; init; }
}

/// <summary>A line in the list of imports.</summary>
/// <param name="Summary">What became of the rows; empty before any was read.</param>
/// <param name="When">In the site's zone.</param>
/// <param name="By"><see langword="null"/> when there is no such user any more.</param>
public sealed record ImportLine(string FileName, string Url, ListBadge State, string Summary, string? When, string? By);

/// <summary>Asks for a file, with the limits of the settings.</summary>
public sealed record ImportUploadViewModel(long MaxBytes, int MaxMegabytes, int MaxRows, int JournalDays);

/// <summary>What a column of a file means.</summary>
/// <param name="Example">Empty when an empty cell is the best example.</param>
/// <param name="Codes">What can stand in it, where there is a list.</param>
public sealed record ImportColumnLine(string Name, string Label, string Hint, string Example, bool IsRequired, IReadOnlyList<string> Codes);

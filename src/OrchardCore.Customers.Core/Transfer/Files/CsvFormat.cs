namespace OrchardCore.Customers.Transfer.Files;

/// <summary>How the text of a CSV file (RFC 4180) is to be read.</summary>
public sealed record CsvFormat
{
    /// <summary>One of <see cref="Encodings"/>.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>One of <see cref="Delimiters"/>.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether the first row has the names of the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The encodings that are understood, by their IANA names.</summary>
    public static readonly IReadOnlyList<string> Encodings = ["utf-8", "utf-16", "utf-16be", "windows-1252"];

    /// <summary>What may stand between two cells.</summary>
    public static readonly IReadOnlyList<char> Delimiters = [',', ';', '\t', '|'];
}

/// <summary>A row of a file.</summary>
/// <param name="Number">The number of the row among those with data, from 1; the header and rows in which nothing stands do not count.</param>
/// <param name="Line">The number of the line it begins at, from 1.</param>
/// <param name="Cells">
/// Its cells, of which there are at least as many as columns; cells that are not there are empty. What keeps spreadsheets from
/// running them is taken off (<see cref="SpreadsheetText.Unguard"/>). With a problem they are what can be made out, or none.
/// </param>
/// <param name="Problem">Why it can't be taken as it is, in the user's words (quotation marks that don't match, a cell too long, NUL); <see langword="null"/> when it can.</param>
public sealed record CsvRow(long Number, long Line, IReadOnlyList<string> Cells, string? Problem);

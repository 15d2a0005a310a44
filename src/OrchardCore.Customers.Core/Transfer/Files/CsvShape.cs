namespace OrchardCore.Customers.Transfer.Files;

/// <summary>What the first rows of a file tell of its delimiter, and whether they begin with names of columns.</summary>
internal sealed record CsvShape(char Delimiter, bool HasHeader)
{
    private const int MaxRows = 100;

    /// <param name="text">The beginning of the file.</param>
    /// <param name="isWhole">Whether it is all of it.</param>
    /// <returns><see langword="null"/> when there is no row.</returns>
    public static async Task<CsvShape?> FindAsync(string text, bool isWhole, CancellationToken cancellationToken = default)
    {
        (char Delimiter, IReadOnlyList<string[]> Rows, double Score)? best = null;

        foreach (var delimiter in CsvFormat.Delimiters)
        {
            var rows = await ReadAsync(text, isWhole, delimiter, cancellationToken);

            if (rows.Count == 0)
            {
                return null;
            }

            var score = Score(rows, text, delimiter);

            if (best is null || score > best.Value.Score)
            {
                best = (delimiter, rows, score);
            }
        }

        return new CsvShape(best!.Value.Delimiter, FindHeader(best.Value.Rows));
    }

    private static async Task<IReadOnlyList<string[]>> ReadAsync(string text, bool isWhole, char delimiter, CancellationToken cancellationToken)
    {
        using var reader = new StringReader(text);
        var cells = new CsvCells(delimiter);
        var records = new CsvRecords(reader, delimiter);
        var rows = new List<string[]>();

        while (rows.Count < MaxRows && await records.ReadAsync(cancellationToken) is { } record)
        {
            // What the sample ends in may go on.
            if (record.IsTerminated || isWhole || rows.Count == 0)
            {
                rows.Add(record.Fault == CsvFault.TooLong ? [] : cells.Read(record));
            }
        }

        return rows.Count > 1 && IsDelimiterLine(rows[0], text) ? rows[1..] : rows;
    }

    /// <summary>Excel is told the delimiter by a first line like <c>sep=;</c>.</summary>
    private static bool IsDelimiterLine(string[] cells, string text) => cells is [var cell, ..] && cell.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && SaidDelimiter(text) is not null;

    private static char? SaidDelimiter(string text)
    {
        var line = text.AsSpan().TrimStart('\uFEFF');
        var end = line.IndexOfAny('\r', '\n');

        return end == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? line[4] : null;
    }

    /// <summary>How well a delimiter fits: most rows have the same number of cells, the first one among them, and more than one.</summary>
    private static double Score(IReadOnlyList<string[]> rows, string text, char delimiter)
    {
        if (SaidDelimiter(text) == delimiter)
        {
            return double.MaxValue;
        }

        var usual = rows.GroupBy(row => row.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();

        if (rows[0].Length == 1)
        {
            return usual.Key == 1 ? 0 : 0.1;
        }

        // Among those that fit as well, the one with more columns.
        return (10.0 * usual.Count() / rows.Count) + (rows[0].Length == usual.Key ? 10 : 0) + Math.Min(usual.Key, 1_000) / 1_000.0;
    }

    /// <summary>
    /// Names are texts that are all different; an e-mail address, a number or a date is none. Where two are the same, it is a
    /// header only if rows below it have such data.
    /// </summary>
    private static bool FindHeader(IReadOnlyList<string[]> rows)
    {
        string[] names = [.. rows[0].Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];

        if (names.Length * 2 < rows[0].Length || names.Any(IsData))
        {
            return false;
        }

        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length || rows.Skip(1).Any(row => row.Any(IsData));
    }

    private static bool IsData(string cell)
    {
        var text = cell.Trim();

        return text.Contains('@', StringComparison.Ordinal) || (text.Any(char.IsDigit) && !text.Any(char.IsLetter));
    }
}

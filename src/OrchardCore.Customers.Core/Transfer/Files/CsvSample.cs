namespace OrchardCore.Customers.Transfer.Files;

/// <summary>What is shown of a file before it is imported.</summary>
/// <param name="Rows">The first rows.</param>
/// <param name="Filled">Per column, in how many of the rows that were read something stands.</param>
/// <param name="Problems">How many of them can't be taken as they are.</param>
/// <param name="Read">How many rows were read.</param>
/// <param name="IsWhole">Whether those are all rows of the file.</param>
internal sealed record CsvSample(CsvHeader Header, IReadOnlyList<CsvRow> Rows, IReadOnlyList<int> Filled, int Problems, int Read, bool IsWhole)
{
    public const int MaxRows = 10_000;

    private const int Shown = 10;

    /// <summary>Reads the first rows of a file.</summary>
    /// <param name="reader">One that has read no row yet.</param>
    public static async Task<CsvSample> ReadAsync(CsvRowReader reader, CancellationToken cancellationToken = default)
    {
        var filled = new int[reader.Header.Names.Count];
        var rows = new List<CsvRow>(Shown);
        var (problems, read) = (0, 0);

        while (read < MaxRows && await reader.ReadAsync(cancellationToken) is { } row)
        {
            read++;
            problems += row.Problem is null ? 0 : 1;

            if (rows.Count < Shown)
            {
                rows.Add(row);
            }

            for (var column = 0; column < Math.Min(filled.Length, row.Cells.Count); column++)
            {
                filled[column] += string.IsNullOrWhiteSpace(row.Cells[column]) ? 0 : 1;
            }
        }

        return new CsvSample(reader.Header, rows, filled, problems, read, IsWhole: read < MaxRows || await reader.ReadAsync(cancellationToken) is null);
    }
}

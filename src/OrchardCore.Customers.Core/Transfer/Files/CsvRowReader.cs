namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Reads a CSV file row by row and keeps none of them. Whatever stands in the file, it throws nothing: what can't be taken as it
/// is comes as a row with a <see cref="CsvRow.Problem"/>, and the next one follows.
/// </summary>
internal sealed class CsvRowReader : IDisposable
{
    /// <summary>How many characters a cell may have.</summary>
    public const int MaxCellLength = 1_000_000;

    public const int MaxColumns = 2_000;

    /// <summary>How much is told of a cell that is too long.</summary>
    private const int Excerpt = 1_000;

    private const int BufferSize = 64 * 1024;

    private readonly StreamReader _text;
    private readonly CsvFormat _format;
    private readonly CsvTexts _texts;
    private readonly CsvRecords _records;
    private readonly CsvCells _cells;

    /// <summary>Of a file without a header, the row that told how many columns there are.</summary>
    private CsvRow? _first;

    /// <summary>After a quotation mark that was not closed, until a row has as many cells as there are columns.</summary>
    private bool _isDoubtful;

    private CsvRowReader(Stream stream, CsvFormat format, CsvTexts texts)
    {
        _text = new StreamReader(stream, CsvEncodings.Get(format.Encoding), detectEncodingFromByteOrderMarks: false, BufferSize);
        _format = format;
        _texts = texts;
        _records = new CsvRecords(_text, format.Delimiter);
        _cells = new CsvCells(format.Delimiter);
    }

    public CsvHeader Header { get; private set; } = CsvHeader.Unnamed(0);

    /// <summary>The number of the last row that was read or passed over.</summary>
    public long Number { get; private set; }

    /// <summary>Begins to read a file.</summary>
    /// <param name="stream">At the beginning of the file; it is read asynchronously alone, and closed with the reader.</param>
    public static async Task<CsvRowReader> OpenAsync(Stream stream, CsvFormat format, CsvTexts texts, CancellationToken cancellationToken = default)
    {
        var reader = new CsvRowReader(stream, format, texts);

        try
        {
            await reader.ReadHeaderAsync(cancellationToken);

            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The next row; <see langword="null"/> after the last one.</summary>
    public async Task<CsvRow?> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (_first is { } first)
        {
            _first = null;
            Number++;

            return first;
        }

        while (await _records.ReadAsync(cancellationToken) is { } record)
        {
            if (Build(record) is { } row)
            {
                Number++;

                return row;
            }
        }

        return null;
    }

    /// <summary>Passes over rows, such as those that were dealt with before an interruption.</summary>
    /// <returns>How many there were to pass over.</returns>
    public async Task<long> SkipAsync(long count, CancellationToken cancellationToken = default)
    {
        var skipped = 0L;

        while (skipped < count)
        {
            if (_first is null && await _records.ReadAsync(cancellationToken) is { } record)
            {
                // To take a row apart takes longer than to find its end.
                if (!IsPlain(record) && Build(record) is null)
                {
                    continue;
                }

                Number++;
            }
            else if (await ReadAsync(cancellationToken) is null)
            {
                break;
            }

            skipped++;
        }

        return skipped;
    }

    public void Dispose() => _text.Dispose();

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (await _records.ReadAsync(cancellationToken) is { } record)
        {
            // The first line tells Excel the delimiter; here the format does.
            if (record.Line == 1 && record.Text.Length == 5 && record.Text.Span.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var cells = ReadCells(record);

            if (record.Fault != CsvFault.None || !IsBlank(cells))
            {
                Begin(record, cells);

                return;
            }
        }

        Header = new CsvHeader([], [_texts.Empty]);
    }

    private void Begin(CsvRecord record, string[] cells)
    {
        var columns = Math.Min(cells.Length, MaxColumns);

        if (_format.HasHeader)
        {
            string?[] problems = [FindFault(record), FindProblem(cells)];
            var header = CsvHeader.Read(cells[..columns], _texts);
            Header = header with { Problems = [.. problems.OfType<string>(), .. header.Problems] };
            _isDoubtful = record.Fault == CsvFault.Unclosed;
        }
        else
        {
            Header = CsvHeader.Unnamed(columns);
            _first = Build(record, cells);
        }
    }

    /// <summary>The row of a text; <see langword="null"/> when nothing stands in it.</summary>
    private CsvRow? Build(CsvRecord record)
    {
        var cells = ReadCells(record);

        return record.Fault == CsvFault.None && IsBlank(cells) ? null : Build(record, cells);
    }

    private CsvRow Build(CsvRecord record, string[] cells)
    {
        var columns = Header.Names.Count;
        var problem = FindFault(record) ?? FindProblem(cells) ?? FindMismatch(record, cells);
        _isDoubtful = record.Fault == CsvFault.Unclosed || (_isDoubtful && cells.Length != columns);

        return new CsvRow(Number + 1, record.Line, record.Fault == CsvFault.TooLong ? cells : Fit(cells, problem is null ? columns : Math.Clamp(cells.Length, columns, MaxColumns)), problem);
    }

    /// <summary>Leaves out cells at the end, or adds empty ones.</summary>
    private static string[] Fit(string[] cells, int count)
    {
        var had = cells.Length;

        if (had != count)
        {
            Array.Resize(ref cells, count);
            Array.Fill(cells, "", Math.Min(had, count), Math.Max(0, count - had));
        }

        return cells;
    }

    private string[] ReadCells(CsvRecord record)
    {
        if (record.Fault == CsvFault.TooLong)
        {
            return [];
        }

        var cells = _cells.Read(record);

        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = SpreadsheetText.Unguard(cells[index]);
        }

        return cells;
    }

    private string? FindFault(CsvRecord record) => record.Fault switch
    {
        CsvFault.Unclosed => _texts.Unclosed(record.LastLine),
        CsvFault.Misquoted when record.LastLine > record.Line => _texts.MisquotedLines(record.Line, record.LastLine),
        CsvFault.Misquoted => _texts.Misquoted(record.Line),
        CsvFault.TooLong => _texts.TooLongRow(CsvRecords.MaxLength, CsvRecords.MaxLines),
        _ => null,
    };

    /// <summary>Looks at the cells, cuts those that are too long, and makes what nobody can store or show a replacement character.</summary>
    private string? FindProblem(string[] cells)
    {
        var problem = cells.Length > MaxColumns ? _texts.TooManyColumns(cells.Length, MaxColumns) : null;

        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index];

            if (cell.Length > MaxCellLength)
            {
                problem ??= _texts.TooLongCell(index + 1, cell.Length, MaxCellLength);
                cell = cells[index] = cell[..Excerpt];
            }

            if (cell.AsSpan().ContainsAny('\0', CsvEncodings.Undecodable))
            {
                problem ??= cell.Contains('\0', StringComparison.Ordinal) ? _texts.Null : _texts.Undecodable;
                cells[index] = cell.Replace('\0', '\uFFFD').Replace(CsvEncodings.Undecodable, '\uFFFD');
            }
        }

        return problem;
    }

    /// <summary>Compares the number of cells with that of the columns.</summary>
    private string? FindMismatch(CsvRecord record, string[] cells)
    {
        var columns = Header.Names.Count;

        return cells.Length == columns ? null
            : _isDoubtful ? _texts.Doubtful(cells.Length, columns)
            : cells.Length > columns ? (IsBlank(cells.AsSpan(columns)) ? null : _texts.TooManyCells(cells.Length, columns))
            : record.IsTerminated ? null : _texts.CutShort;
    }

    private static bool IsBlank(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            if (!string.IsNullOrWhiteSpace(cell))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether something stands in a row, and nothing in it matters to those that follow.</summary>
    private bool IsPlain(CsvRecord record)
    {
        if (_isDoubtful || record.Fault != CsvFault.None)
        {
            return false;
        }

        foreach (var character in record.Text.Span)
        {
            if (character != '"' && character != _format.Delimiter && !char.IsWhiteSpace(character))
            {
                return true;
            }
        }

        return false;
    }
}

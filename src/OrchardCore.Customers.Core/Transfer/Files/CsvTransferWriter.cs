using System.Buffers;
using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Writes CSV (RFC 4180) in UTF-8, with CRLF between rows. A file may be gone on with by another writer of the same kind. NUL,
/// which no spreadsheet takes, is left out.
/// </summary>
/// <param name="target">Where the file goes; it stays open.</param>
internal sealed class CsvTransferWriter(Stream target, CsvWriterOptions options) : ITransferWriter
{
    private readonly WaitingStream _waiting = new();
    private readonly SearchValues<char> _quoted = SearchValues.Create([options.Delimiter, '"', '\r', '\n']);
    private readonly byte _delimiter = (byte)options.Delimiter;

    public async Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        if (options.HasByteOrderMark)
        {
            _waiting.Write(Encoding.UTF8.Preamble);
        }

        Append(names);
        await PassAsync(cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyList<string?[]> rows, CancellationToken cancellationToken = default)
    {
        foreach (var row in rows)
        {
            Append(row);
        }

        await PassAsync(cancellationToken);
    }

    /// <summary>A CSV file ends anywhere.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _waiting.DisposeAsync();

    private Task PassAsync(CancellationToken cancellationToken) => _waiting.PassAsync(target, cancellationToken);

    private void Append(IReadOnlyList<string?> row)
    {
        for (var index = 0; index < row.Count; index++)
        {
            if (index > 0)
            {
                _waiting.WriteByte(_delimiter);
            }

            if (!string.IsNullOrEmpty(row[index]))
            {
                Append(SpreadsheetText.Guard(row[index]!.Replace("\0", "", StringComparison.Ordinal)));
            }
        }

        _waiting.Write("\r\n"u8);
    }

    /// <summary>Blanks at the ends, and what goes for a byte order mark, are text within quotation marks only.</summary>
    private void Append(string text)
    {
        var needsQuotes = text.AsSpan().ContainsAny(_quoted) || (text.Length > 0 && (text[0] is ' ' or '\uFEFF' || text[^1] == ' '));

        if (needsQuotes)
        {
            _waiting.WriteByte((byte)'"');
            _waiting.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _waiting.WriteByte((byte)'"');
        }
        else
        {
            _waiting.Write(text);
        }
    }
}

/// <summary>How a CSV file is written.</summary>
/// <param name="Delimiter">One of <see cref="CsvFormat.Delimiters"/>.</param>
/// <param name="HasByteOrderMark">Whether it begins with the mark by which Excel knows UTF-8.</param>
internal sealed record CsvWriterOptions(char Delimiter = ',', bool HasByteOrderMark = true)
{
    /// <summary>How such a file is read.</summary>
    public CsvFormat Format => new() { Delimiter = Delimiter };
}

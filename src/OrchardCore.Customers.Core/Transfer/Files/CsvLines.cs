using System.Buffers;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Makes CSV (RFC 4180) of rows, with CRLF between them. Texts leave guarded (<see cref="SpreadsheetText.Guard"/>). NUL, which no
/// spreadsheet takes, is left out.
/// </summary>
internal sealed class CsvLines(CsvWriterOptions options)
{
    private readonly SearchValues<char> _quoted = SearchValues.Create([options.Delimiter, '"', '\r', '\n']);
    private readonly byte _delimiter = (byte)options.Delimiter;

    public void Append(WaitingStream file, IReadOnlyList<string?> row)
    {
        for (var index = 0; index < row.Count; index++)
        {
            if (index > 0)
            {
                file.WriteByte(_delimiter);
            }

            if (!string.IsNullOrEmpty(row[index]))
            {
                Append(file, SpreadsheetText.Guard(row[index]!.Replace("\0", "", StringComparison.Ordinal)));
            }
        }

        file.Write("\r\n"u8);
    }

    /// <summary>Blanks at the ends, and what goes for a byte order mark, are text within quotation marks only.</summary>
    private void Append(WaitingStream file, string text)
    {
        var needsQuotes = text.AsSpan().ContainsAny(_quoted) || (text.Length > 0 && (text[0] is ' ' or '\uFEFF' || text[^1] == ' '));

        if (needsQuotes)
        {
            file.WriteByte((byte)'"');
            file.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            file.WriteByte((byte)'"');
        }
        else
        {
            file.Write(text);
        }
    }
}

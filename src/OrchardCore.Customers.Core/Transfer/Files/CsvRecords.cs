namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Divides the text of a CSV file into rows. A quotation mark that is never closed would make the rest of the file one row; so
/// when no end is found within <see cref="MaxLines"/> or <see cref="MaxLength"/>, or text follows a closing quotation mark some
/// lines later, the row ends with the line its quotation mark stands in, and the next line begins another.
/// </summary>
/// <remarks>
/// No line is read more than twice: one within quotation marks that stay open has none but doubled ones, and those open nothing
/// when it is read as a row.
/// </remarks>
internal sealed class CsvRecords(TextReader reader, char delimiter)
{
    /// <summary>How many characters a row may have.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>How many line breaks the cells of a row may have.</summary>
    public const int MaxLines = 1_000;

    private const int BufferSize = 32 * 1024;

    private const char ByteOrderMark = '\uFEFF';

    private char[] _buffer = new char[BufferSize];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The line that <see cref="_start"/> stands in, from 1.</summary>
    private long _line = 1;

    /// <summary>The character before <see cref="_start"/>: CR and LF together are one line break.</summary>
    private char _previous;

    // The row that is being read.
    private CsvQuotes _quotes;
    private int _length;
    private int _lineBreaks;
    private bool _isDropped;

    /// <summary>Where the line ends that the quotation marks of the cell were opened in, and how many line breaks come before.</summary>
    private (int Length, int LineBreaks)? _lineEnd;

    private enum Step
    {
        /// <summary>More text is needed.</summary>
        More,

        Over,

        /// <summary>It looks as if quotation marks were not closed, or the row is too long.</summary>
        Broken,
    }

    /// <summary>The next row; <see langword="null"/> after the last one. Empty lines are passed over.</summary>
    public async ValueTask<CsvRecord?> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (PassLineBreaks())
        {
            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }

        _quotes = new CsvQuotes(delimiter);
        (_length, _lineBreaks, _isDropped, _lineEnd) = (0, 0, false, null);

        while (true)
        {
            switch (Advance())
            {
                case Step.Over:
                    return Take(isTerminated: true);

                case Step.Broken when TryEndAtQuote() is { } record:
                    return record;

                case Step.Broken:
                    _isDropped = IsTooLong();
                    break;

                default:
                    Drop();

                    if (!await FillAsync(cancellationToken))
                    {
                        return (_quotes.IsOpen && !_isDropped ? TryEndAtQuote() : null) ?? Take(isTerminated: false);
                    }

                    break;
            }
        }
    }

    /// <summary>Goes to where a row begins. What is left of a byte order mark, as where files were put together, is dropped.</summary>
    /// <returns>Whether there is no text left to begin one.</returns>
    private bool PassLineBreaks()
    {
        while (_start < _end && _buffer[_start] is var character && character is '\r' or '\n' or ByteOrderMark)
        {
            if (IsLineBreak(character, _previous))
            {
                _line++;
            }

            _previous = character;
            _start++;
        }

        return _start == _end;
    }

    private static bool IsLineBreak(char character, char previous) => character == '\r' || (character == '\n' && previous != '\r');

    private bool IsTooLong() => _length > MaxLength || _lineBreaks > MaxLines;

    private Step Advance()
    {
        var text = _buffer.AsSpan(_start, _end - _start);

        while (_length < text.Length)
        {
            var character = text[_length];

            if (character is '\r' or '\n')
            {
                if (!_quotes.IsOpen || _isDropped)
                {
                    return Step.Over;
                }

                if (IsLineBreak(character, text[_length - 1]))
                {
                    _lineEnd ??= (_length, _lineBreaks);
                    _lineBreaks++;
                }
            }

            var wasMisquoted = _quotes.IsMisquoted;

            if (_quotes.Pass(character))
            {
                _lineEnd = null;
            }

            _length++;
            _length += _quotes.Skip(text[_length..]);

            if (!_isDropped && (IsTooLong() || (_quotes.IsMisquoted && !wasMisquoted && _lineEnd is not null)))
            {
                return Step.Broken;
            }
        }

        return Step.More;
    }

    /// <summary>Ends the row with the line that its last quotation mark was opened in.</summary>
    private CsvRecord? TryEndAtQuote()
    {
        if (_lineEnd is not { } end)
        {
            return null;
        }

        (_length, _lineBreaks) = end;

        return Take(isTerminated: true, CsvFault.Unclosed);
    }

    private CsvRecord Take(bool isTerminated, CsvFault fault = CsvFault.None)
    {
        var first = _line;
        var text = _buffer.AsMemory(_start, _isDropped ? 0 : _length);
        fault = _isDropped ? CsvFault.TooLong
            : fault != CsvFault.None ? fault
            : _quotes.IsOpen ? CsvFault.Unclosed
            : _quotes.IsMisquoted ? CsvFault.Misquoted
            : CsvFault.None;

        _line += _lineBreaks;
        Leave(_length);

        return new CsvRecord(text, first, _line, fault, isTerminated);
    }

    /// <summary>Keeps nothing of a row that is too long.</summary>
    private void Drop()
    {
        if (_isDropped)
        {
            Leave(_length);
            _length = 0;
        }
    }

    private void Leave(int length)
    {
        if (length > 0)
        {
            _previous = _buffer[_start + length - 1];
            _start += length;
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = await reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        _isAtEnd = count == 0;

        return count > 0;
    }
}

/// <summary>The text of a row.</summary>
/// <param name="Text">Without the line break at its end; valid until the next one is read, and empty when it was too long.</param>
/// <param name="Line">The line it begins in, from 1.</param>
/// <param name="LastLine">The line it ends in; when quotation marks are not closed, the line they were opened in.</param>
/// <param name="IsTerminated">Whether a line break follows; it doesn't where the file ends.</param>
internal readonly record struct CsvRecord(ReadOnlyMemory<char> Text, long Line, long LastLine, CsvFault Fault, bool IsTerminated);

/// <summary>What is wrong with the text of a row.</summary>
internal enum CsvFault
{
    None,

    /// <summary>Quotation marks were not closed.</summary>
    Unclosed,

    /// <summary>Text follows closing quotation marks.</summary>
    Misquoted,

    TooLong,
}

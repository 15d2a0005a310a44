namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Follows the quotation marks of one row, so that it is known where the row ends. CsvHelper takes the row apart afterwards;
/// both agree on what is within quotation marks, and a test with made-up rows holds that.
/// </summary>
/// <remarks>
/// A quotation mark counts where a cell begins (RFC 4180). Elsewhere in a cell that has none there it is a part of the text, as
/// in <c>5" pipe</c>, and as spreadsheets take it.
/// </remarks>
internal struct CsvQuotes(char delimiter)
{
    private const char Quote = '"';

    private bool _isAtStart = true;

    /// <summary>So far the cell has spaces alone.</summary>
    private bool _isBlank;

    private bool _isQuoted;

    /// <summary>The last character closed the quotation marks; another one right after it makes both one of the text.</summary>
    private bool _isJustClosed;

    /// <summary>What the quotation marks of the rest of the cell mean is past telling.</summary>
    private bool _isLost;

    /// <summary>Within quotation marks, where line breaks and delimiters are text.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether text follows closing quotation marks, or only spaces come before opening ones.</summary>
    public bool IsMisquoted { get; private set; }

    /// <summary>Goes past one character that is no line break outside quotation marks.</summary>
    /// <returns>Whether it is the first one of a cell.</returns>
    public bool Pass(char character)
    {
        var isFirst = _isAtStart;

        if (isFirst)
        {
            (_isAtStart, _isBlank, _isLost, _isJustClosed) = (false, true, false, false);
            _isQuoted = character == Quote;
        }

        if (IsOpen)
        {
            _isJustClosed = character == Quote;
            IsOpen = !_isJustClosed;
        }
        else if (isFirst && _isQuoted)
        {
            IsOpen = true;
        }
        else if (character == delimiter)
        {
            _isAtStart = true;
        }
        else if (_isQuoted)
        {
            PassClosed(character);
        }
        else
        {
            IsMisquoted |= _isBlank && character == Quote;
            _isBlank &= character == ' ';
        }

        return isFirst;
    }

    /// <summary>How many characters of a text there are before the next one that could change something.</summary>
    public readonly int Skip(ReadOnlySpan<char> text)
    {
        var count = IsOpen ? text.IndexOfAny(Quote, '\r', '\n')
            : _isAtStart || _isQuoted || _isBlank ? 0
            : text.IndexOfAny(delimiter, '\r', '\n');

        return count < 0 ? text.Length : count;
    }

    private void PassClosed(char character)
    {
        if (character != Quote)
        {
            IsMisquoted |= character is not (' ' or '\t');
        }
        else if (_isJustClosed && !_isLost)
        {
            IsOpen = true;
        }
        else
        {
            IsMisquoted = _isLost = true;
        }

        _isJustClosed = false;
    }
}

using System.Buffers;
using System.Globalization;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>Texts in the XML of a workbook (ECMA-376).</summary>
internal static class XlsxText
{
    /// <summary>How many characters Excel takes in a cell.</summary>
    public const int MaxLength = 32_767;

    /// <summary>What stands in XML as it is; so do most other characters, which are looked at one by one.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ').Select(code => (char)code).Except("&<>_")]);

    /// <summary>What XML can't hold is written as <c>_xHHHH_</c> (22.9.2.19, ST_Xstring); so is the underscore of a text that looks like that.</summary>
    public static void Append(WaitingStream xml, ReadOnlySpan<char> text)
    {
        var begin = 0;

        for (var index = Next(text, 0); index < text.Length; index = Next(text, index + 1))
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (Escape(text, index) is { } escaped)
            {
                xml.Write(text[begin..index]);
                xml.Write(escaped);
                begin = index + 1;
            }
        }

        xml.Write(text[begin..]);
    }

    /// <summary>As much of a text as fits into a cell.</summary>
    public static ReadOnlySpan<char> Cut(string text)
        => text.Length <= MaxLength ? text
            : text.AsSpan(0, char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength);

    /// <summary>Where the next character stands that has to be looked at.</summary>
    private static int Next(ReadOnlySpan<char> text, int index)
        => index < text.Length && text[index..].IndexOfAnyExcept(Plain) is var count and >= 0 ? index + count : text.Length;

    private static string? Escape(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '_' when LooksEscaped(text[index..]) => "_x005F_",
        '\t' or '\n' or (>= ' ' and < '\uD800') or (>= '\uE000' and < '\uFFFE') => null,
        var other => string.Create(CultureInfo.InvariantCulture, $"_x{(int)other:X4}_"),
    };

    private static bool LooksEscaped(ReadOnlySpan<char> text)
        => text is ['_', 'x', var first, var second, var third, var fourth, '_', ..]
            && char.IsAsciiHexDigit(first) && char.IsAsciiHexDigit(second) && char.IsAsciiHexDigit(third) && char.IsAsciiHexDigit(fourth);
}

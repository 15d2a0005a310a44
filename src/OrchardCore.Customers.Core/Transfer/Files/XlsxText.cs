using System.Globalization;
using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>Texts in the XML of a workbook (ECMA-376).</summary>
internal static class XlsxText
{
    /// <summary>How many characters Excel takes in a cell.</summary>
    public const int MaxLength = 32_767;

    /// <summary>What XML can't hold is written as <c>_xHHHH_</c> (22.9.2.19, ST_Xstring); so is the underscore of a text that looks like that.</summary>
    public static void Append(StringBuilder xml, ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];

            switch (character)
            {
                case '&':
                    xml.Append("&amp;");
                    break;

                case '<':
                    xml.Append("&lt;");
                    break;

                case '>':
                    xml.Append("&gt;");
                    break;

                case '_' when LooksEscaped(text[index..]):
                    xml.Append("_x005F_");
                    break;

                case '\t' or '\n':
                case >= ' ' and < '\uD800':
                case >= '\uE000' and < '\uFFFE':
                    xml.Append(character);
                    break;

                default:
                    if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                    {
                        xml.Append(character).Append(text[++index]);
                    }
                    else
                    {
                        xml.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
                    }

                    break;
            }
        }
    }

    /// <summary>As much of a text as fits into a cell.</summary>
    public static ReadOnlySpan<char> Cut(string text)
        => text.Length <= MaxLength ? text
            : text.AsSpan(0, char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength);

    private static bool LooksEscaped(ReadOnlySpan<char> text)
        => text is ['_', 'x', var first, var second, var third, var fourth, '_', ..]
            && char.IsAsciiHexDigit(first) && char.IsAsciiHexDigit(second) && char.IsAsciiHexDigit(third) && char.IsAsciiHexDigit(fourth);
}

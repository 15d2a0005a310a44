using System.Globalization;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Keeps spreadsheets from running the text of a cell as a formula (CSV injection as OWASP describes it; ASVS 5.0, 1.2.10): an
/// apostrophe is put before it when it leaves, and taken off when it comes back.
/// </summary>
/// <remarks>
/// A formula begins with <c>= + - @</c> or one of their full-width forms, whatever blanks come before; tab, CR, LF and NUL at the
/// beginning count as one. Plain phone numbers (<c>+49 30 1234</c>) and negative numbers (<c>-12.50</c>) have digits and
/// separators alone, so they can compute nothing but a number, and stay as they are. Text that is an apostrophe before any of
/// this gets another one, so that <c>Unguard(Guard(text))</c> is the text, always. An apostrophe that another program put before
/// a formula, or before a phone number, is taken off as ours is; in <c>'s-Hertogenbosch</c> it stays.
/// </remarks>
internal static class SpreadsheetText
{
    private const char Guarding = '\'';

    /// <summary>What may leave.</summary>
    public static string Guard(string text)
    {
        var rest = WithoutApostrophes(text);

        return LooksLikeFormula(rest) && (rest.Length < text.Length || !IsPlain(rest)) ? Guarding + text : text;
    }

    /// <summary>What was there before <see cref="Guard"/>.</summary>
    public static string Unguard(string text) => text.Length > 1 && text[0] == Guarding && LooksLikeFormula(WithoutApostrophes(text)) ? text[1..] : text;

    private static ReadOnlySpan<char> WithoutApostrophes(string text) => text.AsSpan().TrimStart(Guarding);

    private static bool LooksLikeFormula(ReadOnlySpan<char> text)
    {
        if (text is ['\t' or '\r' or '\n' or '\0', ..])
        {
            return true;
        }

        foreach (var character in text)
        {
            if (!IsInvisible(character))
            {
                return character is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
            }
        }

        return false;
    }

    private static bool IsInvisible(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    /// <summary>A sign, then digits and what stands between digits.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => text switch
    {
        ['+', .. var phone] => HasOnlyDigitsAnd(phone, " ()-./"),
        ['-', .. var number] => char.IsAsciiDigit(number.IsEmpty ? ' ' : number[0]) && HasOnlyDigitsAnd(number, ".,"),
        _ => false,
    };

    private static bool HasOnlyDigitsAnd(ReadOnlySpan<char> text, string separators)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character) && !separators.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return text.ContainsAnyInRange('0', '9');
    }
}

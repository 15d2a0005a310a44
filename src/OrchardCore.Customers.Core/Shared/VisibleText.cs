using System.Globalization;
using System.Text;

namespace OrchardCore.Customers.Shared;

/// <summary>Text that people type and read.</summary>
public static class VisibleText
{
    /// <summary>Letters and symbols that are blank: the fillers of Hangul, and the empty Braille pattern.</summary>
    private const string Fillers = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <summary>Trimmed and composed (Unicode NFC); <see langword="null"/> when there is nothing to see. Doing it twice changes nothing.</summary>
    public static string? Clean(string? text)
    {
        if (text is null || IsBlank(text))
        {
            return null;
        }

        var trimmed = text.Trim();

        try
        {
            return trimmed.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair; whoever checks the text refuses it.
            return trimmed;
        }
    }

    /// <summary>Whether all of it can be shown, typed and stored.</summary>
    public static bool IsShowable(string text) => !text.EnumerateRunes().Any(IsForbidden) && !HasLoneSurrogate(text);

    /// <summary>What of a text can be shown, typed and stored.</summary>
    internal static string Showable(string text) => string.Concat(text.EnumerateRunes().Where(rune => !IsForbidden(rune)));

    /// <summary>The beginning of a text that is longer than so many characters.</summary>
    internal static string Shorten(string text, int length)
        => text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");

    /// <summary>Joiners and direction marks alone are nothing to see.</summary>
    private static bool IsBlank(string text)
        => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || Fillers.Contains(rune.ToString(), StringComparison.Ordinal));

    /// <summary>
    /// Control characters, and those that silently reorder the text around them (Unicode UAX #9, embeddings, overrides
    /// and isolates). Joiners and direction marks stay: Persian and Indic names need them.
    /// </summary>
    private static bool IsForbidden(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (Rune.TryGetRuneAt(text, index, out var rune))
            {
                index += rune.Utf16SequenceLength - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}

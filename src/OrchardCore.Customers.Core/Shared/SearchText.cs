using System.Globalization;
using System.Text;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// Text as it is compared: by what it says, not by how it was typed. Both sides of every look-up, sort and uniqueness
/// check are folded by the same rules, so that they agree on every database, whatever its collation.
/// </summary>
public static class SearchText
{
    /// <summary>The longest folded text that a sized index column holds.</summary>
    public const int MaxLength = 255;

    /// <summary>Letters that Unicode does not decompose, and what people type for them.</summary>
    private static readonly Dictionary<int, string> Letters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ŧ'] = "t",
        ['’'] = "'",
        ['ʼ'] = "'",
        ['‘'] = "'",
        ['‐'] = "-",
        ['‑'] = "-",
        ['–'] = "-",
        // Arabic: the tatweel only stretches a word; Farsi and Arabic keyboards differ in these letters.
        ['ـ'] = "",
        ['ی'] = "ي",
        ['ى'] = "ي",
        ['ک'] = "ك",
        // What LIKE would take for a wildcard or an escape becomes a character that nobody can type. The stored text
        // and the term are folded alike, so a search for "50%" finds "50%" and nothing else.
        ['%'] = "\uE025",
        ['_'] = "\uE05F",
        ['['] = "\uE05B",
        ['\\'] = "\uE05C",
    };

    /// <summary>
    /// Folds case, accents, width and white space, and makes the wildcards of LIKE literal. Vowel signs of scripts in
    /// which they carry the meaning (Devanagari, Thai, kana ...) are kept.
    /// </summary>
    /// <returns>The folded text; empty for <see langword="null"/> or blank text.</returns>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        var afterBaseLetter = false;

        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark when afterBaseLetter:
                case UnicodeCategory.Format:
                case UnicodeCategory.Control when !Rune.IsWhiteSpace(rune):
                    continue;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                AppendSpace(folded);
                continue;
            }

            // Combining marks are accents in the alphabets below U+0900; in the scripts above they are vowels.
            afterBaseLetter = rune.Value < 0x0900;
            var lower = Rune.ToLowerInvariant(rune);

            if (Letters.TryGetValue(lower.Value, out var replacement))
            {
                folded.Append(replacement);
            }
            else
            {
                folded.Append(lower.ToString());
            }
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Folds and cuts to <see cref="MaxLength"/>, never between the halves of a surrogate pair.</summary>
    public static string FoldKey(string? text)
    {
        var folded = Fold(text);

        if (folded.Length <= MaxLength)
        {
            return folded;
        }

        return folded[..(char.IsHighSurrogate(folded[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    /// <summary>An e-mail address as mailboxes are told apart in practice: without regard to case, accents kept.</summary>
    public static string FoldEmail(string? email) => (email ?? "").Replace("\0", "", StringComparison.Ordinal).Trim().ToLowerInvariant();

    /// <summary>The digits of a phone number, in ASCII: what two spellings of the same number have in common.</summary>
    public static string Digits(string? phone)
    {
        if (string.IsNullOrEmpty(phone))
        {
            return "";
        }

        var digits = new StringBuilder(phone.Length);

        foreach (var character in phone.Where(char.IsDigit))
        {
            digits.Append((char)('0' + (int)char.GetNumericValue(character)));
        }

        return digits.ToString();
    }

    private static string Decompose(string text)
    {
        // Normalize refuses lone surrogates; a round trip through runes replaces them.
        var wellFormed = new StringBuilder(text.Length);

        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune.ToString());
        }

        return wellFormed.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }
}

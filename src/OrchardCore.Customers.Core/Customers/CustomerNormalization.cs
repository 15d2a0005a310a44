using System.Globalization;
using System.Text;

namespace OrchardCore.Customers;

/// <summary>How what was typed becomes what is kept.</summary>
internal static class CustomerNormalization
{
    /// <summary>
    /// Trims and composes (Unicode NFC) the texts, makes those without anything to see <see langword="null"/>, and composes the contact name when it is
    /// empty. Doing it twice changes nothing.
    /// </summary>
    public static void Normalize(this CustomerPart part, CustomerFields fields)
    {
        foreach (var field in fields.Texts)
        {
            field.Write(part, Clean(field.Read(part)));
        }

        part.ContactName ??= Compose(part);
    }

    /// <summary>Title, first, middle and last name and suffix with a space between; <see langword="null"/> when all are empty.</summary>
    public static string? Compose(CustomerPart part)
    {
        string?[] names = [part.Title, part.FirstName, part.MiddleName, part.LastName, part.Suffix];
        var name = string.Join(' ', names.Where(text => !string.IsNullOrWhiteSpace(text)));

        return name.Length == 0 ? null : name;
    }

    /// <summary>Letters and symbols that are blank: the fillers of Hangul, and the empty Braille pattern.</summary>
    private const string Fillers = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <summary>Joiners and direction marks alone are nothing to see.</summary>
    private static bool IsBlank(string text)
        => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || Fillers.Contains(rune.ToString(), StringComparison.Ordinal));

    internal static string? Clean(string? text)
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
            // Half a surrogate pair; CustomerTextRule refuses it.
            return trimmed;
        }
    }
}

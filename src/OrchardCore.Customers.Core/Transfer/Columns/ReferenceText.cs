using System.Text;

namespace OrchardCore.Customers.Transfer;

/// <summary>References as one text: <c>erp=K-1002; crm=77</c>, with a backslash before what would separate them.</summary>
internal static class ReferenceText
{
    private const char Escape = '\\';

    public static string Write(IReadOnlyList<CustomerReference> references)
        => TransferTexts.Join(references.Select(reference => $"{Escaped(reference.Key, "\\;=")}={Escaped(reference.Value ?? "", "\\;")}"));

    /// <summary>The references of a text; <see langword="null"/> when a piece of it is none.</summary>
    public static CustomerReference[]? Read(string text, out string wrong)
    {
        wrong = "";
        var references = new List<CustomerReference>();

        foreach (var piece in Split(text, ';', int.MaxValue).Where(piece => piece.Trim().Length > 0))
        {
            if (Split(piece, '=', 2) is not [var key, var value] || key.Trim().Length == 0 || value.Trim().Length == 0)
            {
                wrong = piece.Trim();

                return null;
            }

            references.Add(new() { Key = Unescaped(key.Trim()), Value = Unescaped(value.Trim()) });
        }

        return [.. references];
    }

    private static string Escaped(string text, string separators)
    {
        var escaped = new StringBuilder(text.Length);

        foreach (var character in text)
        {
            if (separators.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append(Escape);
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>The pieces between separators that are not escaped, still escaped themselves.</summary>
    private static List<string> Split(string text, char separator, int count)
    {
        var pieces = new List<string>();
        var begin = 0;

        for (var index = 0; index < text.Length && pieces.Count < count - 1; index++)
        {
            if (text[index] == Escape)
            {
                index++;
            }
            else if (text[index] == separator)
            {
                pieces.Add(text[begin..index]);
                begin = index + 1;
            }
        }

        pieces.Add(text[begin..]);

        return pieces;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == Escape && index + 1 < text.Length)
            {
                index++;
            }

            plain.Append(text[index]);
        }

        return plain.ToString();
    }
}

namespace OrchardCore.Customers.Lists;

/// <summary>One thing that somebody searches for: in all that a customer is found by, or in one field.</summary>
/// <param name="Field">One of <see cref="CustomerSearchTerms.Fields"/>; <see langword="null"/> for any.</param>
/// <param name="IsPhrase">Whether it stood in quotes: then it occurs just so.</param>
internal sealed record CustomerSearchTerm(string? Field, string Text, bool IsPhrase);

/// <summary>
/// Reads what was typed into the search box: words, "phrases in quotes", and either of them behind the name of a field, as in
/// <c>email:ada company:"Acme Inc"</c>. What stands before any other colon is a text like all others.
/// </summary>
internal static class CustomerSearchTerms
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Number = "number";
    public const string Name = "name";
    public const string Company = "company";
    public const string Id = "id";

    public static readonly IReadOnlyList<string> Fields = [Email, Phone, Number, Name, Company, Id];

    public static IReadOnlyList<CustomerSearchTerm> Read(string? typed)
    {
        var terms = new List<CustomerSearchTerm>();
        var text = typed ?? "";
        var position = 0;

        while (SkipSpaces(text, ref position))
        {
            var field = FieldAt(text, position);

            if (field is not null)
            {
                position += field.Length + 1;
                SkipSpaces(text, ref position);
            }

            var isPhrase = position < text.Length && text[position] == '"';

            if (ReadText(text, isPhrase, ref position) is { Length: > 0 } found)
            {
                terms.Add(new(field, found, isPhrase));
            }
        }

        return terms;
    }

    private static string? FieldAt(string text, int position)
        => Fields.FirstOrDefault(field => text.Length > position + field.Length
            && text[position + field.Length] == ':'
            && string.Compare(text, position, field, 0, field.Length, StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>A phrase up to its closing quote, or to the end where there is none; else a word.</summary>
    private static string ReadText(string text, bool isPhrase, ref int position)
    {
        var start = isPhrase ? position + 1 : position;
        var end = start;

        while (end < text.Length && (isPhrase ? text[end] != '"' : !char.IsWhiteSpace(text[end])))
        {
            end++;
        }

        position = isPhrase ? end + 1 : end;

        return text[start..end].Trim();
    }

    private static bool SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length;
    }
}

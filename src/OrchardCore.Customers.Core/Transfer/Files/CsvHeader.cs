namespace OrchardCore.Customers.Transfer.Files;

/// <summary>The names of a file's columns.</summary>
/// <param name="Names">
/// One per column, trimmed. A column that has none is called by its letters, as spreadsheets do: A, B ... Z, AA. So are all of
/// them when the file has no header. There are none when the file is empty.
/// </param>
/// <param name="Problems">What keeps the columns from being told apart, in the user's words.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names, IReadOnlyList<string> Problems)
{
    private const int Letters = 26;

    public static CsvHeader Read(IReadOnlyList<string> cells, CsvTexts texts)
    {
        string[] names = [.. cells.Select((cell, index) => cell.Trim().Trim('\uFEFF').Trim() is { Length: > 0 } name ? name : LettersOf(index))];

        return new CsvHeader(names, [.. Duplicates(names).Select(pair => texts.Duplicate(names[pair.Second], pair.First + 1, pair.Second + 1))]);
    }

    public static CsvHeader Unnamed(int columns) => new([.. Enumerable.Range(0, columns).Select(LettersOf)], []);

    private static IEnumerable<(int First, int Second)> Duplicates(string[] names)
    {
        var known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

        for (var index = 0; index < names.Length; index++)
        {
            if (!known.TryAdd(names[index], index))
            {
                yield return (known[names[index]], index);
            }
        }
    }

    private static string LettersOf(int index)
    {
        var last = (char)('A' + (index % Letters));

        return index < Letters ? last.ToString() : LettersOf((index / Letters) - 1) + last;
    }
}

namespace OrchardCore.Customers.Shared;

/// <summary>Finds what somebody may have meant who wrote what there is not.</summary>
internal static class NearestTexts
{
    private const int MaxFound = 3;

    /// <summary>Longer texts are no slip of the pen, and cost time.</summary>
    private const int MaxLength = 60;

    /// <summary>The things whose names or codes are nearest to a text, the nearest first; at most three, and none when nothing is near.</summary>
    public static IReadOnlyList<T> Find<T>(string text, IEnumerable<T> things, params Func<T, string>[] names)
    {
        var wanted = SearchText.Fold(text);

        return wanted.Length is 0 or > MaxLength ? [] :
        [
            .. things
                .Select(thing => (Thing: thing, Distance: names.Min(name => Distance(wanted, SearchText.Fold(name(thing))))))
                .Where(found => found.Distance < int.MaxValue)
                .OrderBy(found => found.Distance)
                .Take(MaxFound)
                .Select(found => found.Thing),
        ];
    }

    /// <summary>How many letters differ, of which a third of the shorter one may; what one begins with the other is near, too. Of two letters none may: half of all codes would be near.</summary>
    private static int Distance(string wanted, string name)
    {
        var distance = Edits(wanted, name);

        return distance <= Math.Min(wanted.Length, name.Length) / 3 ? distance
            : wanted.Length > 2 && name.Length > 2 && (name.StartsWith(wanted, StringComparison.Ordinal) || wanted.StartsWith(name, StringComparison.Ordinal)) ? MaxLength + distance
            : int.MaxValue;
    }

    /// <summary>Letters to insert, delete, replace, or swap with their neighbour.</summary>
    private static int Edits(string one, string other)
    {
        var (beforeLast, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);

        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;

            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = last[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(replaced, 1 + Math.Min(last[column], row[column - 1]));

                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], beforeLast[column - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[other.Length];
    }
}

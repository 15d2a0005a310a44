using System.Globalization;

namespace OrchardCore.DisplayManagement;

/// <summary>
/// Compares positions: <c>2</c> comes before <c>2.5</c>, that before <c>10</c>, and <c>before</c> and <c>after</c> are the
/// outermost. No position at all is <c>before</c>, an empty one is <c>0</c>.
/// </summary>
internal sealed class PositionComparer : IComparer<string>
{
    private const int Outermost = 9999;

    public static readonly PositionComparer Instance = new();

    public int Compare(string x, string y)
    {
        var left = Steps(x);
        var right = Steps(y);
        var common = Math.Min(left.Length, right.Length);

        for (var index = 0; index < common; index++)
        {
            var order = Compare(left[index], right[index]);

            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Compare((int? Number, string Word) left, (int? Number, string Word) right) => (left.Number, right.Number) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => StringComparer.OrdinalIgnoreCase.Compare(left.Word, right.Word),
    };

    private static (int? Number, string Word)[] Steps(string position)
        => [.. (position ?? "before").Trim().Trim(':').TrimEnd('.').Split('.', ':').Select(Step)];

    private static (int? Number, string Word) Step(string step) => step switch
    {
        "" => (0, step),
        "before" => (-Outermost, step),
        "after" => (Outermost, step),
        _ => (int.TryParse(step, CultureInfo.InvariantCulture, out var number) ? number : null, step),
    };
}

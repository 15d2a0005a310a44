using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Transfer.Import;

namespace OrchardCore.Customers.Transfer.Mapping;

/// <summary>The names that files give their columns.</summary>
internal static class Headings
{
    private static readonly string Error = Fold(RowCommands.ErrorColumn);

    /// <summary>A heading without what programs write differently: case, accents, spaces and punctuation. <c>Ship To City</c>, <c>ship_to_city</c> and <c>ShipToCity</c> are one.</summary>
    public static string Fold(string heading) => string.Concat(SearchText.Fold(heading).Where(char.IsLetterOrDigit));

    /// <summary>Whether a column says what was wrong with its row, as files of failed rows have it.</summary>
    public static bool IsError(string heading) => Fold(heading) == Error;

    /// <summary>What files of one shape have in common, in whatever order: all headings but those of what was wrong.</summary>
    public static IReadOnlyList<string> Shape(IEnumerable<string> headings) => [.. headings.Where(heading => !IsError(heading)).Select(Fold).Order(StringComparer.Ordinal)];
}

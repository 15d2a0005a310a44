using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Transfer.Mapping;

/// <summary>The names that files give their columns.</summary>
internal static class Headings
{
    /// <summary>A heading without what programs write differently: case, accents, spaces and punctuation. <c>Ship To City</c>, <c>ship_to_city</c> and <c>ShipToCity</c> are one.</summary>
    public static string Fold(string heading) => string.Concat(SearchText.Fold(heading).Where(char.IsLetterOrDigit));
}

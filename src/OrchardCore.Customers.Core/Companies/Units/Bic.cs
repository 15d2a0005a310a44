using System.Text.RegularExpressions;
using OrchardCore.Customers.Addresses;

namespace OrchardCore.Customers.Companies;

/// <summary>Codes of banks (ISO 9362): four characters, a country, two characters, and three more for a branch.</summary>
internal static partial class Bic
{
    /// <summary>Banks there have codes, though it is no country of ISO 3166.</summary>
    private const string Kosovo = "XK";

    public static bool IsBic(string bic, CountryDirectory countries)
        => Form().IsMatch(bic) && (bic.Substring(4, 2) == Kosovo || countries.IsCountry(bic.Substring(4, 2)));

    [GeneratedRegex(@"^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

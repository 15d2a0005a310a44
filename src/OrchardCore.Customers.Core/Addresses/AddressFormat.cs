using System.Text.RegularExpressions;

namespace OrchardCore.Customers.Addresses;

/// <summary>What an address needs in a country, and how it is written there.</summary>
public sealed record AddressFormat
{
    /// <summary>
    /// The lines on an envelope, e.g. <c>{PostalCode} {City}</c>: names of <see cref="PostalAddress"/> properties, and
    /// <c>{Street}</c> for its three lines.
    /// </summary>
    public required string[] Lines { get; init; }

    /// <summary>The lines of an address in the script of the country, where they differ.</summary>
    public string[]? LocalLines { get; init; }

    /// <summary>Names of <see cref="PostalAddress"/> properties.</summary>
    public required string[] Required { get; init; }

    /// <summary>A regular expression that the whole postal code matches, in capital letters; <see langword="null"/> when any is taken.</summary>
    public string? PostalPattern { get; init; }

    /// <summary>A postal code as it looks there.</summary>
    public string? PostalExample { get; init; }

    /// <summary>How many characters of a postal code stand behind its gap; <see langword="null"/> when it is kept as typed.</summary>
    public int? PostalTail { get; init; }

    /// <summary>What stands in the gap.</summary>
    public string PostalSeparator { get; init; } = " ";

    /// <summary>What the postal code is called: <c>postal</c>, <c>zip</c>, <c>postcode</c> or <c>eircode</c>.</summary>
    public string PostalLabel { get; init; } = "postal";

    /// <summary>What the city is called: <c>city</c> or <c>town</c>.</summary>
    public string CityLabel { get; init; } = "city";

    /// <summary>What the subdivision is called: <c>region</c>, <c>state</c>, <c>province</c>, <c>prefecture</c>, <c>emirate</c>, <c>county</c> or <c>canton</c>.</summary>
    public string SubdivisionLabel { get; init; } = "region";

    /// <summary>Whether the code stands on the envelope (<c>NY</c>), not the name.</summary>
    public bool PrintsSubdivisionCode { get; init; }

    /// <summary>The names of subdivisions in the script of the country, by their codes.</summary>
    public IReadOnlyDictionary<string, string> LocalSubdivisions { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of <see cref="PostalAddress"/> properties that the postal service wants in capital letters.</summary>
    public string[] Uppercase { get; init; } = [];

    /// <summary>Whether a field stands on the envelope.</summary>
    public bool Has(string field) => Lines.Any(line => line.Contains($"{{{field}}}", StringComparison.Ordinal));

    public bool Requires(string field) => field == nameof(PostalAddress.Country) || Required.Contains(field, StringComparer.Ordinal);

    /// <summary>Whether it is a postal code of the country, in capital letters.</summary>
    public bool IsPostalCode(string code)
        => PostalPattern is null || Regex.IsMatch(code, $"^(?:{PostalPattern})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>A postal code with its gap where it belongs; as it is when it is none of the country.</summary>
    public string Arrange(string code)
    {
        if (PostalTail is not { } tail)
        {
            return code;
        }

        var packed = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        var arranged = tail == 0 || packed.Length <= tail ? packed : packed[..^tail] + PostalSeparator + packed[^tail..];

        return IsPostalCode(arranged) ? arranged : code;
    }
}

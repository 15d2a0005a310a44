using System.Text;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Addresses;

/// <summary>How what was typed becomes what is kept.</summary>
internal static class AddressNormalization
{
    /// <summary>
    /// Trims and composes the texts, and turns what a country or subdivision was called into its code. Doing it twice
    /// changes nothing.
    /// </summary>
    public static void Normalize(this PostalAddress address, CountryDirectory countries)
    {
        foreach (var field in AddressFields.All)
        {
            field.Write(address, VisibleText.Clean(field.Read(address)));
        }

        if (address.Country is { } country)
        {
            address.Country = countries.ReadCountry(country) ?? country;

            if (address.Subdivision is { } subdivision)
            {
                address.Subdivision = countries.ReadSubdivision(address.Country, subdivision) ?? subdivision;
            }
        }

        if (address.PostalCode is { } code)
        {
            address.PostalCode = countries.FormatOf(address.Country).Arrange(Plain(code));
        }
    }

    /// <summary>Whether there is anything in it but a country.</summary>
    public static bool IsBlank(this PostalAddress address)
        => AddressFields.All.All(field => field.Name == nameof(PostalAddress.Country) || string.IsNullOrWhiteSpace(field.Read(address)));

    public static void CopyTo(this PostalAddress address, PostalAddress other)
    {
        foreach (var field in AddressFields.All)
        {
            field.Write(other, field.Read(address));
        }
    }

    /// <summary>Whether the texts of two addresses are the same.</summary>
    public static bool Says(this PostalAddress address, PostalAddress other)
        => AddressFields.All.All(field => string.Equals(field.Read(address), field.Read(other), StringComparison.Ordinal));

    /// <summary>Capital letters, ASCII digits and hyphens, whichever keyboard they were typed on.</summary>
    private static string Plain(string code)
    {
        if (!VisibleText.IsShowable(code))
        {
            return code;
        }

        var plain = new StringBuilder(code.Length);

        foreach (var character in code.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            plain.Append(char.IsDigit(character) ? (char)('0' + (int)char.GetNumericValue(character)) : character is >= '\u2010' and <= '\u2015' or '\u30FC' ? '-' : character);
        }

        return plain.ToString();
    }
}

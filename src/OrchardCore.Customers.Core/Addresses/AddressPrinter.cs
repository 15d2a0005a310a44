using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OrchardCore.Customers.Addresses;

/// <summary>Writes addresses as they stand on an envelope in their country.</summary>
public sealed partial class AddressPrinter(CountryDirectory countries)
{
    private const string Street = "Street";

    /// <summary>The lines from top to bottom; the last is the country's name in the user's language.</summary>
    public IReadOnlyList<string> Print(PostalAddress address)
    {
        var format = countries.FormatOf(address.Country);
        var isLocal = format.LocalLines is not null && IsEastAsian($"{address.City}{address.Line1}");
        var lines = new List<string>();

        foreach (var template in isLocal ? format.LocalLines! : format.Lines)
        {
            if (template == $"{{{Street}}}")
            {
                lines.AddRange(StreetLines(address));
            }
            else
            {
                lines.Add(Fill(template, field => Text(address, format, field, isLocal)));
            }
        }

        // What the country's format has no place for was typed all the same.
        foreach (var field in new[] { nameof(PostalAddress.PostalCode), nameof(PostalAddress.City), nameof(PostalAddress.Subdivision) }.Where(field => !format.Has(field)))
        {
            lines.Add(Text(address, format, field, isLocal));
        }

        if (!string.IsNullOrEmpty(address.Country))
        {
            lines.Add(countries.NameOf(address.Country));
        }

        // Abu Dhabi in Abu Dhabi is said once.
        return [.. lines.Where((line, index) => line.Length > 0 && (index == 0 || !line.Equals(lines[index - 1], StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>The address in one line, without phone and e-mail.</summary>
    public string PrintLine(PostalAddress address) => string.Join(", ", Print(address));

    /// <summary>What stands between two fields is written only if both are there; what stands first, if the first one is.</summary>
    private static string Fill(string template, Func<string, string> text)
    {
        var line = new StringBuilder();
        var end = 0;

        foreach (Match token in Tokens().Matches(template))
        {
            var value = text(token.Groups["field"].Value);
            var before = template[end..token.Index];
            var isFirst = end == 0;
            end = token.Index + token.Length;

            if (value.Length > 0)
            {
                line.Append(line.Length > 0 || isFirst ? before : "").Append(value);
            }
        }

        return line.ToString();
    }

    private string Text(PostalAddress address, AddressFormat format, string field, bool isLocal)
    {
        var text = field switch
        {
            nameof(PostalAddress.ContactName) => address.ContactName,
            nameof(PostalAddress.Company) => address.Company,
            nameof(PostalAddress.PostalCode) => address.PostalCode,
            nameof(PostalAddress.City) => address.City,
            nameof(PostalAddress.Subdivision) => SubdivisionText(address, format, isLocal),
            _ => string.Join(' ', StreetLines(address)),
        };

        return format.Uppercase.Contains(field) ? (text ?? "").ToUpper(CultureInfo.InvariantCulture) : text ?? "";
    }

    private string? SubdivisionText(PostalAddress address, AddressFormat format, bool isLocal)
    {
        if (address.Subdivision is not { Length: > 0 } subdivision)
        {
            return null;
        }

        if (format.PrintsSubdivisionCode && countries.IsSubdivision(address.Country, subdivision))
        {
            return subdivision[(subdivision.IndexOf('-', StringComparison.Ordinal) + 1)..];
        }

        return isLocal && format.LocalSubdivisions.TryGetValue(subdivision, out var name) ? name : countries.NameOfSubdivision(address.Country, subdivision);
    }

    private static IEnumerable<string> StreetLines(PostalAddress address)
        => new[] { address.Line1, address.Line2, address.Line3 }.OfType<string>().Where(line => line.Length > 0);

    private static bool IsEastAsian(string text) => text.EnumerateRunes().Any(rune => rune.Value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF);

    [GeneratedRegex(@"\{(?<field>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tokens();
}

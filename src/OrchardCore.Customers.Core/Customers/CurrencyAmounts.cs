using System.Globalization;

namespace OrchardCore.Customers;

/// <summary>Amounts of money in the minor units of their currency (ISO 4217), as they are typed and read.</summary>
public static class CurrencyAmounts
{
    /// <summary>No amount is above it, in whole units of the currency.</summary>
    public const decimal Max = 1_000_000_000_000m;

    private const int UsualDigits = 2;

    /// <summary>The currencies that have another number of digits, behind that number.</summary>
    private static readonly string[] Exceptions =
        ["0 BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", "3 BHD IQD JOD KWD LYD OMR TND", "4 CLF UYW"];

    private static readonly Dictionary<string, int> Digits = Exceptions
        .SelectMany(line => line[2..].Split(' '), (line, code) => (Code: code, Digits: line[0] - '0'))
        .ToDictionary(entry => entry.Code, entry => entry.Digits, StringComparer.Ordinal);

    /// <summary>How many digits an amount has behind the point.</summary>
    public static int DigitsOf(string? currency) => currency is null ? UsualDigits : Digits.GetValueOrDefault(currency, UsualDigits);

    /// <summary>An amount as a number is written in that culture, without its currency.</summary>
    public static string Write(long amount, string? currency, CultureInfo culture)
        => (amount / (decimal)Math.Pow(10, DigitsOf(currency))).ToString("N" + DigitsOf(currency).ToString(CultureInfo.InvariantCulture), culture);

    /// <summary>Reads an amount, with the separators of that culture; <see langword="null"/> when it is none, or has more digits than the currency.</summary>
    public static long? Read(string? text, string? currency, CultureInfo culture)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign;

        if (!decimal.TryParse(text, Style, culture, out var number) || Math.Abs(number) > Max)
        {
            return null;
        }

        var minor = number * (decimal)Math.Pow(10, DigitsOf(currency));

        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }
}

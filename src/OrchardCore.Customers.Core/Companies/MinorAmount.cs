using System.Globalization;

namespace OrchardCore.Customers.Companies;

/// <summary>An amount of money.</summary>
/// <param name="Amount">In minor units of the currency, e.g. cents.</param>
/// <param name="Currency">A currency code (ISO 4217), e.g. <c>EUR</c>.</param>
public sealed record MinorAmount(long Amount, string Currency)
{
    /// <summary>The currencies that have no minor unit (ISO 4217, list one).</summary>
    private const string Whole = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    /// <summary>The currencies whose minor unit is a thousandth.</summary>
    private const string Thousandths = "BHD IQD JOD KWD LYD OMR TND";

    /// <summary>How many digits the minor unit of a currency has, e.g. 2 for cents.</summary>
    public static int DigitsOf(string currency)
        => Whole.Contains(currency, StringComparison.OrdinalIgnoreCase) ? 0 : Thousandths.Contains(currency, StringComparison.OrdinalIgnoreCase) ? 3 : 2;

    /// <summary>As a reader knows it, in the user's language: <c>1,234.50 EUR</c>.</summary>
    public override string ToString()
    {
        var digits = DigitsOf(Currency);
        var divisor = (decimal)Math.Pow(10, digits);

        return $"{(Amount / divisor).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture)} {Currency}";
    }
}

using System.Globalization;

namespace SampleStorefront.Shop;

/// <summary>Prices in somebody's currency, written as in somebody's language.</summary>
public sealed class Money
{
    public const string Euro = "EUR";

    /// <summary>What a euro is, roughly; a real shop has price lists.</summary>
    private static readonly Dictionary<string, Currency> Known = new(StringComparer.Ordinal)
    {
        [Euro] = new("€", 1, 2),
        ["GBP"] = new("£", 0.85m, 2),
        ["USD"] = new("$", 1.1m, 2),
        ["CAD"] = new("CA$", 1.5m, 2),
        ["CHF"] = new("CHF", 0.95m, 2),
        ["ISK"] = new("kr.", 145, 0),
        ["NOK"] = new("kr", 11.5m, 2),
        ["JPY"] = new("¥", 165, 0),
    };

    private readonly Currency _currency;
    private readonly NumberFormatInfo _format;

    public Money(string? currency, CultureInfo culture)
    {
        Code = currency is not null && Known.ContainsKey(currency) ? currency : Euro;
        _currency = Known[Code];
        _format = (NumberFormatInfo)culture.NumberFormat.Clone();
        _format.CurrencySymbol = _currency.Symbol;
        _format.CurrencyDecimalDigits = _currency.Digits;

        // "$79", but "CHF 79".
        if (_format.CurrencyPositivePattern == 0 && char.IsLetterOrDigit(_currency.Symbol[0]))
        {
            _format.CurrencyPositivePattern = 2;
        }
    }

    /// <summary>ISO 4217.</summary>
    public string Code { get; }

    public decimal PriceOf(Product product) => Math.Round(product.Euros * _currency.PerEuro, _currency.Digits, MidpointRounding.AwayFromZero);

    public string Write(decimal amount) => amount.ToString("C", _format);

    private sealed record Currency(string Symbol, decimal PerEuro, int Digits);
}

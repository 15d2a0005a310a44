using System.Globalization;

namespace OrchardCore.Customers.Companies;

/// <summary>An amount of money.</summary>
/// <param name="Amount">In minor units of the currency, e.g. cents.</param>
/// <param name="Currency">A currency code (ISO 4217), e.g. <c>EUR</c>.</param>
public sealed record MinorAmount(long Amount, string Currency)
{
    /// <summary>As a reader knows it, in the user's language: <c>1,234.50 EUR</c>.</summary>
    public override string ToString() => $"{CurrencyAmounts.Write(Amount, Currency, CultureInfo.CurrentCulture)} {Currency}";
}

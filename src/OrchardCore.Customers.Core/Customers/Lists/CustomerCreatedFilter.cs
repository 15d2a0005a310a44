using System.Globalization;
using System.Linq.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Lists;

internal sealed class CustomerCreatedFilter(ILocalClock localClock, IStringLocalizer<CustomerCreatedFilter> S) : ICustomerListFilter
{
    public string Name => "created";

    public LocalizedString Label => S["Created"];

    public LocalizedString Hint => S["Show only customers created in these days, the first and the last included"];

    public CustomerFilterKind Kind => CustomerFilterKind.DateRange;

    public Task<string?> DescribeAsync(string value) => Task.FromResult(CustomerDateRange.TryParse(value) switch
    {
        null => null,
        { First: { } first, Last: { } last } => first == last ? Text(first) : $"{Text(first)} – {Text(last)}",
        { First: { } first } => S["from {0}", Text(first)].Value,
        { Last: var last } => S["until {0}", Text(last!.Value)].Value,
    });

    public async Task<Expression<Func<CustomerIndex, bool>>?> GetPredicateAsync(string value)
    {
        if (CustomerDateRange.TryParse(value) is not { } range)
        {
            return null;
        }

        var from = range.First is { } first ? await localClock.BeginningOfDayAsync(first) : default;
        var to = range.Last is { } last && last < DateOnly.MaxValue ? await localClock.EndOfDayAsync(last) : DateTime.MaxValue;

        return range.Last is null ? index => index.CreatedUtc >= from
            : range.First is null ? index => index.CreatedUtc < to
            : index => index.CreatedUtc >= from && index.CreatedUtc < to;
    }

    private static string Text(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);
}

/// <summary>
/// Days from one to another, as <c>2026-01-01..2026-01-31</c>; one of them may be missing. Days between 1900 and 2999, which
/// every time zone and database can tell.
/// </summary>
public sealed record CustomerDateRange(DateOnly? First, DateOnly? Last)
{
    /// <summary>What stands between the days.</summary>
    public const string Separator = "..";

    private const string Format = "yyyy-MM-dd";

    /// <summary>The range that is written there; <see langword="null"/> when there is none.</summary>
    public static CustomerDateRange? TryParse(string? text)
    {
        var days = text?.Split(Separator);

        if (days is not { Length: 2 } || !TryParse(days[0], out var first) || !TryParse(days[1], out var last) || (first is null && last is null))
        {
            return null;
        }

        return first > last ? new(last, first) : new(first, last);
    }

    /// <summary>A day as a date input has it; empty when there is none.</summary>
    public static string Write(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture) ?? "";

    public override string ToString() => Write(First) + Separator + Write(Last);

    private static bool TryParse(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;

        return day is null ? string.IsNullOrWhiteSpace(text) : day.Value.Year is >= 1900 and < 3000;
    }
}

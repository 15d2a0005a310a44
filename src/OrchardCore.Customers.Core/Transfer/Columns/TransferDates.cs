using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Transfer;

/// <summary>Dates in files: written as ISO 8601 has them, and read as long as they can only mean one day.</summary>
internal sealed partial class TransferDates(IStringLocalizer<TransferDates> S)
{
    private const string Iso = "yyyy-MM-dd";

    private const string IsoTime = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>With the year first, days and months by numbers with dots, and months by their English names.</summary>
    private static readonly string[] Formats =
    [
        Iso, "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy", "d. M. yyyy",
        "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d. MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "MMM d, yyyy", "MMMM d, yyyy",
    ];

    public static string Write(DateOnly date) => date.ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC, to the second.</summary>
    public static string Write(DateTime utc) => utc.ToString(IsoTime, CultureInfo.InvariantCulture);

    /// <summary>Reads a date, or says what is wrong with it.</summary>
    public (DateOnly? Date, LocalizedString? Problem) Read(string text)
    {
        var day = Midnight().Replace(text, "");

        if (DateOnly.TryParseExact(day, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return (date, null);
        }

        // 3/4/1984 is the 4th of March to some and the 3rd of April to others.
        if (Slashes().Match(day) is { Success: true } match)
        {
            var (dayFirst, monthFirst) = (Make(match, "second", "first"), Make(match, "first", "second"));

            return dayFirst is not null && monthFirst is not null && dayFirst != monthFirst
                ? (null, S["“{0}” can be {1} or {2}. Write the one that is meant.", text, Write(dayFirst.Value), Write(monthFirst.Value)])
                : (dayFirst ?? monthFirst) is { } only ? (only, null) : (null, NoDate(text));
        }

        return (null, NoDate(text));
    }

    private LocalizedString NoDate(string text) => S["“{0}” is no date. Write year, month and day, like 1984-05-23.", text];

    private static DateOnly? Make(Match match, string month, string day)
    {
        var text = $"{match.Groups["year"].Value}-{match.Groups[month].Value}-{match.Groups[day].Value}";

        return DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>Databases add the beginning of the day.</summary>
    [GeneratedRegex(@"[T ]0?0:00(:00(\.0+)?)?Z?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-](?<year>\d{4})\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();
}

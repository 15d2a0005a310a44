using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace OrchardCore.Customers.Transfer;

/// <summary>
/// What the kinds of fields that Orchard has look like in files, and how they are written. The module doesn't have their classes,
/// so it has what it writes of them. What Orchard's editor would clean before it is kept, HTML, is exported only.
/// </summary>
internal sealed class FieldValues(TransferTexts texts, TransferDates dates, IStringLocalizer<FieldValues> S)
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto, "tel"];

    /// <summary>The columns of each kind that can be imported; a kind that is not here is exported as it reads.</summary>
    public IReadOnlyDictionary<string, FieldValue[]> Kinds => field ??= new Dictionary<string, FieldValue[]>(StringComparer.Ordinal)
    {
        ["TextField"] = [Text("Text", text => new TextValue { Text = text }) with { Example = "Text" }],
        ["MarkdownField"] = [Text("Markdown", text => new MarkdownValue { Markdown = text }, S["A text in Markdown."]) with { Example = "Text" }],
        ["LinkField"] = [new("", S["An address in the web, or one within the site like /shop."], "https://example.com", value => value["Url"]?.ToString(), ReadUrl), Text("Text", text => new TextValue { Text = text }, S["What is shown of the link."]) with { Suffix = "Text" }],
        ["NumericField"] = [new("", S["A number, with a point before its decimals."], "1", value => value["Value"]?.ToString(), ReadNumber)],
        ["BooleanField"] = [new("", S["Yes or No."], TransferTexts.Yes, value => bool.TryParse(value["Value"]?.ToString(), out var isTrue) ? TransferTexts.Answer(isTrue) : null, ReadAnswer)],
        ["DateField"] = [new("", S["A date like 1984-05-23."], "2024-05-23", value => Time(value) is { } time ? TransferDates.Write(DateOnly.FromDateTime(time)) : null, ReadDate)],
        ["DateTimeField"] = [new("", S["A moment in UTC like 2024-05-23T14:30:00Z."], "2024-05-23T14:30:00Z", value => Time(value) is { } time ? TransferDates.Write(time) : null, ReadTime)],
        ["TimeField"] = [new("", S["A time of the day like 14:30."], "14:30", value => TimeSpan.TryParse(value["Value"]?.ToString(), CultureInfo.InvariantCulture, out var time) ? time.ToString("c", CultureInfo.InvariantCulture) : null, ReadTimeOfDay)],
    };

    private FieldValue Text(string property, Func<string?, ContentField> make, LocalizedString? hint = null)
        => new("", hint ?? S["A text."], "", value => value[property]?.ToString(), cell => make(cell.Text.Length == 0 ? null : cell.Text));

    /// <summary>What a click on it would run is no address.</summary>
    private UrlValue? ReadUrl(CustomerTransferCell cell)
        => cell.Text.Length == 0 ? new UrlValue()
            : IsUrl(cell.Text) ? new UrlValue { Url = cell.Text }
            : Refuse<UrlValue>(cell, S["“{0}” is no address in the web. Write it in full, like https://example.com, or beginning with / within the site.", cell.Text]);

    private static bool IsUrl(string text)
        => text[0] is '/' or '~' or '#' || (Uri.TryCreate(text, UriKind.Absolute, out var url) && Schemes.Contains(url.Scheme, StringComparer.OrdinalIgnoreCase));

    private NumberValue? ReadNumber(CustomerTransferCell cell)
        => cell.Text.Length == 0 ? new NumberValue()
            : decimal.TryParse(cell.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new NumberValue { Value = number }
            : Refuse<NumberValue>(cell, S["“{0}” is no number. Write digits, with a point before the decimals.", cell.Text]);

    private BooleanValue? ReadAnswer(CustomerTransferCell cell)
        => cell.Text.Length == 0 ? new BooleanValue()
            : texts.ReadAnswer(cell.Text) is { } isTrue ? new BooleanValue { Value = isTrue }
            : Refuse<BooleanValue>(cell, texts.NoAnswer(cell.Text));

    private DateTimeValue? ReadDate(CustomerTransferCell cell)
    {
        if (cell.Text.Length == 0)
        {
            return new DateTimeValue();
        }

        var (date, problem) = dates.Read(cell.Text);

        return date is { } day ? new DateTimeValue { Value = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) } : Refuse<DateTimeValue>(cell, problem!);
    }

    private DateTimeValue? ReadTime(CustomerTransferCell cell)
        => cell.Text.Length == 0 ? new DateTimeValue()
            : DateTime.TryParseExact(cell.Text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? new DateTimeValue { Value = time }
                : Refuse<DateTimeValue>(cell, S["“{0}” is no moment. Write date and time, like 2024-05-23T14:30:00Z.", cell.Text]);

    private TimeValue? ReadTimeOfDay(CustomerTransferCell cell)
        => cell.Text.Length == 0 ? new TimeValue()
            : TimeOnly.TryParse(cell.Text, CultureInfo.InvariantCulture, out var time) ? new TimeValue { Value = time.ToTimeSpan() }
            : Refuse<TimeValue>(cell, S["“{0}” is no time of the day. Write hours and minutes, like 14:30.", cell.Text]);

    private static T? Refuse<T>(CustomerTransferCell cell, LocalizedString message)
        where T : ContentField
    {
        cell.Fail(message);

        return null;
    }

    private static DateTime? Time(JsonObject value)
        => DateTime.TryParse(value["Value"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private sealed class TextValue : ContentField
    {
        public string? Text { get; set; }
    }

    private sealed class MarkdownValue : ContentField
    {
        public string? Markdown { get; set; }
    }

    private sealed class UrlValue : ContentField
    {
        public string? Url { get; set; }
    }

    private sealed class NumberValue : ContentField
    {
        public decimal? Value { get; set; }
    }

    private sealed class BooleanValue : ContentField
    {
        public bool Value { get; set; }
    }

    private sealed class DateTimeValue : ContentField
    {
        public DateTime? Value { get; set; }
    }

    private sealed class TimeValue : ContentField
    {
        public TimeSpan? Value { get; set; }
    }
}

/// <summary>One column of a field.</summary>
/// <param name="Suffix">What its name has besides that of the field.</param>
/// <param name="Read">What the stored field says.</param>
/// <param name="Make">What is written of the field; <see langword="null"/> when the cell was refused.</param>
internal sealed record FieldValue(string Suffix, LocalizedString Hint, string Example, Func<JsonObject, string?> Read, Func<CustomerTransferCell, ContentField?> Make);

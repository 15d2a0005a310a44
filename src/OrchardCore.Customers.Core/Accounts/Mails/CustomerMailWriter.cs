using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>Writes a mail in a customer's language: as plain text, and as HTML that says the same.</summary>
public sealed class CustomerMailWriter(CustomerMailTexts texts, ISiteService siteService, ILocalClock localClock)
{
    private const string NewLine = "\n";
    private const string NewParagraph = "\n\n";

    /// <summary>Letters of all scripts stay letters.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the mail by the site's text for the language or, where there is none, by the module's own.</summary>
    /// <param name="language">A language tag; <see langword="null"/> for that of the site.</param>
    public async Task<CustomerMail> WriteAsync(CustomerMailKind kind, string? language, CustomerMailValues values)
    {
        var settings = await siteService.GetSettingsAsync<CustomerAccountSettings>();

        return await WriteAsync(Find(settings, kind, CultureOf(language)), language, values);
    }

    /// <summary>Writes a mail by this text.</summary>
    public async Task<CustomerMail> WriteAsync(CustomerMailTemplate template, string? language, CustomerMailValues values)
    {
        var culture = CultureOf(language);
        var site = (await siteService.GetSiteSettingsAsync()).SiteName ?? "";
        var expires = values.ExpiresUtc is { } utc ? await WhenAsync(utc, culture) : "";

        return new CustomerMail(
            OneLine(CustomerMailPlaceholders.Fill(template.Subject, Value)),
            CustomerMailPlaceholders.Fill(template.Text.ReplaceLineEndings(NewLine), Value),
            Html(template, culture, Value));

        string? Value(string name) => name switch
        {
            CustomerMailTexts.Name => OneLine(values.Name),
            CustomerMailTexts.Site => OneLine(site),
            CustomerMailTexts.Link => values.Link ?? "",
            CustomerMailTexts.Expires => expires,
            CustomerMailTexts.Email => values.Email,
            _ => values.Others.GetValueOrDefault(name),
        };
    }

    /// <summary>The site's text for a language, for the language without its region, or for all languages; else the module's own.</summary>
    public CustomerMailTemplate Find(CustomerAccountSettings settings, CustomerMailKind kind, CultureInfo culture)
    {
        for (var candidate = culture; ; candidate = candidate.Parent)
        {
            if (settings.Templates.FirstOrDefault(template => template.Kind == kind && template.Language.Equals(candidate.Name, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }

            if (candidate.Name.Length == 0)
            {
                return texts.Standard(kind, culture);
            }
        }
    }

    /// <summary>The culture of a language; that of the page or the site when there is none, or .NET does not know it.</summary>
    public static CultureInfo CultureOf(string? language)
    {
        try
        {
            return string.IsNullOrEmpty(language) ? CultureInfo.CurrentUICulture : CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentUICulture;
        }
    }

    /// <summary>A moment in the site's zone, with its distance from UTC: a customer may be anywhere.</summary>
    internal async Task<string> WhenAsync(DateTime utc, CultureInfo culture)
    {
        var when = await localClock.ConvertToLocalAsync(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

        return string.Create(culture, $"{when:f} (UTC{when:zzz})");
    }

    private static string Html(CustomerMailTemplate template, CultureInfo culture, Func<string, string?> value)
    {
        var direction = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
        var title = Encoder.Encode(OneLine(CustomerMailPlaceholders.Fill(template.Subject, value)));
        var paragraphs = template.Text.ReplaceLineEndings(NewLine)
            .Split(NewParagraph, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"""<p dir="auto">{Paragraph(paragraph)}</p>""");

        return $"""
            <!DOCTYPE html>
            <html lang="{Encoder.Encode(culture.Name)}" dir="{direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
            <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 1em; overflow-wrap: anywhere">
            {string.Join('\n', paragraphs)}
            </body>
            </html>
            """;

        string Paragraph(string paragraph)
            => CustomerMailPlaceholders.Fill(Encoder.Encode(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal), name => name switch
            {
                CustomerMailTexts.Link => Anchor(Encoder.Encode(value(name)!)),
                _ when value(name) is { } text => string.Join("<br>", text.Split(NewLine).Select(line => $"<bdi>{Encoder.Encode(line)}</bdi>")),
                _ => null,
            });
    }

    private static string Anchor(string url) => $"""<a href="{url}" dir="ltr">{url}</a>""";

    /// <summary>What stands in a subject can't begin another line of the mail's head.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

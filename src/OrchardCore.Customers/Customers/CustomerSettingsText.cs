using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Mvc.ModelBinding;

namespace OrchardCore.Customers;

/// <summary>The lists of the settings as texts: one entry on each line, where there are two parts with <c>=</c> between.</summary>
internal sealed class CustomerSettingsText(ICustomerSiteSource sites, IStringLocalizer<CustomerSettingsText> S)
{
    private const int MaxLine = 50;
    private const int MaxSiteName = 100;
    private const int MaxChannelName = 32;
    private const int MaxWording = 1000;

    /// <summary>Whether sites are named on the page of these settings.</summary>
    public bool HasSites => sites.IsTheSettings;

    public static string OfLines(IEnumerable<string> lines) => string.Join('\n', lines);

    public static string OfSites(IEnumerable<CustomerSite> sites) => OfLines(sites.Select(site => $"{site.Code} = {site.Name}"));

    public static string OfChannels(IEnumerable<ConsentChannel> channels) => OfLines(channels.Select(channel => $"{channel.Name} = {channel.Wording}"));

    public string[] ReadLines(string? text, string prefix, string field, ModelStateDictionary modelState)
    {
        var lines = Lines(text);

        foreach (var line in lines.Where(line => line.Length > MaxLine || !VisibleText.IsShowable(line)))
        {
            modelState.AddModelError(prefix, field, S["“{0}” is too long or contains characters that can't be shown; a line has at most {1}.", line, MaxLine]);
        }

        return [.. lines.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public CustomerSite[] ReadSites(string? text, string prefix, string field, ModelStateDictionary modelState)
    {
        var pairs = Pairs(text, CodeText.MaxLength, MaxSiteName, "DE = Our shop in Germany", prefix, field, modelState);

        return [.. pairs.Select(pair => new CustomerSite { Code = pair.Code, Name = pair.Text })];
    }

    public ConsentChannel[] ReadChannels(string? text, string prefix, string field, ModelStateDictionary modelState)
    {
        var pairs = Pairs(text, MaxChannelName, MaxWording, "email = I want to be told about offers by e-mail.", prefix, field, modelState);

        return [.. pairs.Select(pair => new ConsentChannel { Name = pair.Code, Wording = pair.Text })];
    }

    private List<(string Code, string Text)> Pairs(string? text, int maxCode, int maxText, string example, string prefix, string field, ModelStateDictionary modelState)
    {
        var pairs = new List<(string Code, string Text)>();
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var line in Lines(text))
        {
            var split = line.IndexOf('=', StringComparison.Ordinal);
            var code = (split < 0 ? line : line[..split]).Trim();
            var meaning = split < 0 ? "" : line[(split + 1)..].Trim();

            if (!CodeText.IsCode(code, maxCode))
            {
                Fail(S["“{0}” does not begin with a code of at most {1} letters (A to Z), digits, - and _. A line looks like: {2}", line, maxCode, example]);
            }
            else if (meaning.Length == 0 || meaning.Length > maxText || !VisibleText.IsShowable(meaning))
            {
                Fail(S["After “{0} =” there has to be a text of at most {1} characters. A line looks like: {2}", code, maxText, example]);
            }
            else if (!codes.Add(code))
            {
                Fail(S["“{0}” is there twice.", code]);
            }

            pairs.Add((code, meaning));
        }

        return pairs;

        void Fail(string message) => modelState.AddModelError(prefix, field, message);
    }

    private static List<string> Lines(string? text)
        => [.. (text ?? "").Split('\n').Select(VisibleText.Clean).OfType<string>()];
}

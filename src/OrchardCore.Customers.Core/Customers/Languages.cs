using System.Globalization;
using System.Text.RegularExpressions;

namespace OrchardCore.Customers;

/// <summary>Languages by their tags (BCP 47), with the names that .NET knows for them.</summary>
public static partial class Languages
{
    /// <summary>The longest tag that is kept.</summary>
    public const int MaxLength = 35;

    private const int RegionLength = 2;

    private static readonly Lazy<CultureInfo[]> Known = new(() => [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture.Name.Length > 0)]);

    private static readonly Lazy<HashSet<string>> KnownLanguages = new(() => new(Known.Value.Select(culture => LanguageOf(culture.Name)), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<HashSet<string>> KnownRegions = new(() => new(Known.Value.Select(culture => culture.Name[(culture.Name.LastIndexOf('-') + 1)..]), StringComparer.OrdinalIgnoreCase));

    /// <summary>The tags that a form offers: languages of two letters, alone and with a country. Any other may be typed.</summary>
    public static IReadOnlyList<string> Offered { get; } = [.. Known.Value
        .Select(culture => culture.Name)
        .Where(tag => OfferedForm().IsMatch(tag))
        .Order(StringComparer.Ordinal)];

    /// <summary>A tag as it is written (<c>de-AT</c>, <c>zh-Hant-TW</c>); <see langword="null"/> when it names no language.</summary>
    public static string? Parse(string? text)
    {
        if (text is null || text.Length > MaxLength || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var region = match.Groups["region"].Value;

        // A host that carries no cultures takes every tag of the right form.
        if (KnownLanguages.Value.Count > 0 && (!KnownLanguages.Value.Contains(match.Groups["language"].Value) || (region.Length == RegionLength && !KnownRegions.Value.Contains(region))))
        {
            return null;
        }

        return string.Join('-', text.Split('-').Select((subtag, index) => subtag.Length switch
        {
            _ when index == 0 => subtag.ToLowerInvariant(),
            RegionLength => subtag.ToUpperInvariant(),
            4 when char.IsAsciiLetter(subtag[0]) => char.ToUpperInvariant(subtag[0]) + subtag[1..].ToLowerInvariant(),
            _ => subtag.ToLowerInvariant(),
        }));
    }

    /// <summary>What a language is called, in the language of the page where .NET knows it; the tag itself when it has no name.</summary>
    public static string NameOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    private static string LanguageOf(string tag) => tag.Split('-')[0];

    /// <summary>Language, script, region and variants (RFC 5646); extensions and private use say nothing of a language.</summary>
    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(-[A-Za-z]{4})?(-(?<region>[A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^[a-z]{2}(-[A-Z]{2})?\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfferedForm();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Tests.Display;

/// <summary>A page as a test reads it: what stands in it, in which order, whatever the markup around it.</summary>
internal sealed partial class Page(string html)
{
    public string Html => html;

    /// <summary>The item that the page shows as JSON.</summary>
    public string Item => Texts(Json(), html).Single();

    public bool IsValid => Contains("data-valid=\"True\"");

    /// <summary>The names of the visible fields of the editors, from top to bottom.</summary>
    public IEnumerable<string> FieldNames => Fields(html).Select(input => input["name"]);

    /// <summary>The names of the fields in each of the zones that were asked for.</summary>
    public IEnumerable<string> Zones => Section().Matches(html).Select(zone => string.Join(' ', Fields(zone.Groups["text"].Value).Select(input => input["name"])));

    /// <summary>The texts of the validation summary.</summary>
    public IEnumerable<string> Summary => ValidationSummary().Match(html) is { Success: true } summary ? Texts(ListItem(), summary.Value) : [];

    /// <summary>The title of the window, encoded as it is in the page.</summary>
    public string Title => TitleElement().Match(html).Groups["text"].Value;

    /// <summary>Where the head ends.</summary>
    public int EndOfHead => IndexOf("</head>");

    public IReadOnlyDictionary<string, string> Field(string name) => Fields(html).Single(input => input["name"] == name);

    /// <summary>What stands beside a field because of an error in it.</summary>
    public string Error(string name)
        => FieldError().Matches(html).Where(error => error.Groups["name"].Value == name).Select(error => WebUtility.HtmlDecode(error.Groups["text"].Value)).SingleOrDefault();

    public bool Contains(string text) => html.Contains(text, StringComparison.Ordinal);

    public int IndexOf(string text) => html.IndexOf(text, StringComparison.Ordinal);

    public int Count(string text) => html.Split(text).Length - 1;

    private static IEnumerable<string> Texts(Regex regex, string html) => regex.Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value));

    private static IEnumerable<Dictionary<string, string>> Fields(string html) => Input().Matches(html)
        .Select(input => Attribute().Matches(input.Value).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["text"].Value)))
        .Where(input => input.GetValueOrDefault("type") != "hidden" && input.GetValueOrDefault("name")?.Contains('.', StringComparison.Ordinal) == true);

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("""(?<name>[\w-]+)="(?<text>[^"]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex("<section [^>]*>(?<text>.*?)</section>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("<pre>(?<text>[^<]*)</pre>", RegexOptions.ExplicitCapture)]
    private static partial Regex Json();

    [GeneratedRegex("validation-summary-errors.*?</div>", RegexOptions.Singleline)]
    private static partial Regex ValidationSummary();

    [GeneratedRegex("<li>(?<text>[^<]+)</li>", RegexOptions.ExplicitCapture)]
    private static partial Regex ListItem();

    [GeneratedRegex("""<span class="[^"]*field-validation-error[^"]*" data-valmsg-for="(?<name>[^"]*)"[^>]*>(?<text>[^<]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldError();

    [GeneratedRegex("<title>\\s*(?<text>.*?)\\s*</title>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex TitleElement();
}

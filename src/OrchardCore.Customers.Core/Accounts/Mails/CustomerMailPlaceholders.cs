using System.Text.RegularExpressions;

namespace OrchardCore.Customers.Accounts.Mails;

/// <summary>Names in braces that stand for something else.</summary>
internal static partial class CustomerMailPlaceholders
{
    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> In(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>Puts values in their places. Braces in a value stay what they are, and so does a name that stands for nothing.</summary>
    public static string Fill(string text, Func<string, string?> value) => Placeholder().Replace(text, match => value(match.Groups["name"].Value) ?? match.Value);

    [GeneratedRegex(@"\{(?<name>\w{1,32})\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

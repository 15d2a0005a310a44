using System.Text.RegularExpressions;
using OrchardCore.Customers.Tests.Shared;

namespace OrchardCore.Customers.Tests.Authorization;

/// <summary>Reads what a site answers to those who try its routes.</summary>
internal static partial class Answers
{
    public const string TokenName = "__RequestVerificationToken";

    /// <summary>A token that the site accepts from this user.</summary>
    public static async Task<string> TokenAsync(this SiteUser user)
    {
        foreach (var path in new[] { "/Admin/Customers/Create", "/Admin", "/Login", "/account/edit" })
        {
            if (Token().Match((await user.GetAsync(path)).Html) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }
        }

        throw new InvalidOperationException("There is no token for this user.");
    }

    public static bool LeadsToLogin(this SitePage page) => page.Location.StartsWith("/Login", StringComparison.OrdinalIgnoreCase);

    /// <summary>An answer without what is new in each: tokens, the ids that were asked for or just made, those that the real menu rolls, and when it was drawn.</summary>
    public static string Plain(this SitePage page, IEnumerable<string> asked)
    {
        var answer = $"{page.Status} {page.Location}\n{page.Html}";

        return Fresh().Replace(asked.Aggregate(answer, (text, value) => text.Replace(value, "#", StringComparison.Ordinal)), "#");
    }

    /// <summary>Where two answers part.</summary>
    public static string Difference(string one, string other)
    {
        var place = Math.Max(0, one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count() - 60);

        return $"{one.AsSpan(place, Math.Min(160, one.Length - place))} / {other.AsSpan(place, Math.Min(160, other.Length - place))}";
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("CfDJ8[\\w-]+|[0-9]{2}:[0-9]{2}:[0-9]{2} GMT|\\b[0-9a-f]{32}\\b|\\b[0-9a-z]{26}\\b|\\bm[0-9]+\\b|(?<=%2F)[0-9a-z]{26,32}(?![0-9a-z])|(?<=Notes/|Notes%2F|note=)[0-9]+")]
    private static partial Regex Fresh();
}

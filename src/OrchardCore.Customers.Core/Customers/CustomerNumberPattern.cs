using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OrchardCore.Customers;

/// <summary>
/// How customer numbers look. <c>{n}</c> is the running number and must occur exactly once, <c>{n:6}</c> pads it with
/// zeros to at least 6 digits (1 to 12), <c>{yyyy}</c> is the year of creation (UTC). All else stands for itself:
/// ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>. The longest number has 66 characters.
/// </summary>
public sealed partial class CustomerNumberPattern
{
    public const string Default = "C-{n:6}";

    public const int MaxNumberLength = 66;

    private const string Year = "{yyyy}";

    private readonly string _pattern;

    private CustomerNumberPattern(string pattern) => _pattern = pattern;

    /// <summary>Reads a pattern; <see langword="false"/> when it is not of the form described above.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CustomerNumberPattern? pattern)
    {
        pattern = null;

        if (text is null || !Form().IsMatch(text) || Token().Matches(text).Count(token => token.Value != Year) != 1)
        {
            return false;
        }

        var candidate = new CustomerNumberPattern(text);

        if (candidate.Format(long.MaxValue, 9999).Length > MaxNumberLength)
        {
            return false;
        }

        pattern = candidate;
        return true;
    }

    /// <summary>The number for a running number of at least 1 in a year.</summary>
    public string Format(long n, int year)
    {
        return Token().Replace(_pattern, token => token.Groups["width"].Value switch
        {
            _ when token.Value == Year => year.ToString("0000", CultureInfo.InvariantCulture),
            "" => n.ToString(CultureInfo.InvariantCulture),
            var width => n.ToString(CultureInfo.InvariantCulture).PadLeft(int.Parse(width, CultureInfo.InvariantCulture), '0'),
        });
    }

    [GeneratedRegex(@"^(?:\{n(?::(?:[1-9]|1[0-2]))?\}|\{yyyy\}|[A-Za-z0-9._/-])+\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\{n(?::(?<width>\d+))?\}|\{yyyy\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

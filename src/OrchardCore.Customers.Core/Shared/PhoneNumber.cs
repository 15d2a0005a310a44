using System.Text.RegularExpressions;

namespace OrchardCore.Customers.Shared;

/// <summary>
/// A phone number as people write it: 3 to 15 digits (ITU-T E.164) with <c>+</c>, spaces, brackets, dashes, dots and
/// slashes, and an extension after <c>ext.</c>, <c>x</c> or <c>#</c>.
/// </summary>
public sealed partial class PhoneNumber
{
    private readonly string _number;
    private readonly string _extension;

    private PhoneNumber(string number, string extension)
    {
        _number = number;
        _extension = extension;
    }

    /// <summary>Reads a number; <see langword="null"/> when the text is none.</summary>
    public static PhoneNumber? Parse(string? text)
    {
        var match = Form().Match(text ?? "");

        return match.Success && SearchText.Digits(match.Groups["number"].Value).Length is >= 3 and <= 15
            ? new PhoneNumber(match.Groups["number"].Value.Trim(), match.Groups["extension"].Value)
            : null;
    }

    /// <summary>The address that dials it (RFC 3966).</summary>
    public string ToUrl()
    {
        var plus = _number.StartsWith('+') ? "+" : "";
        var extension = _extension.Length > 0 ? ";ext=" + SearchText.Digits(_extension) : "";

        return "tel:" + plus + SearchText.Digits(_number) + extension;
    }

    [GeneratedRegex(@"^\s*(?<number>\+?[\p{Nd}\s().\-/\u2010\u2011\u00A0]+?)\s*(?:(?:ext\.?|x|\#)\s*(?<extension>\p{Nd}{1,6}))?\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

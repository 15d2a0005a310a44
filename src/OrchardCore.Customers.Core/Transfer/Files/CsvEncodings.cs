using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>The encodings of <see cref="CsvFormat.Encodings"/>.</summary>
internal static class CsvEncodings
{
    /// <summary>
    /// What stands where bytes mean nothing in an encoding: a code point that is no character, so that it is told apart from
    /// a replacement character (U+FFFD) that the file has itself.
    /// </summary>
    public const char Undecodable = '\uFFFF';

    private static readonly DecoderFallback Fallback = new DecoderReplacementFallback(Undecodable.ToString());

    /// <exception cref="ArgumentException">It is none of <see cref="CsvFormat.Encodings"/>.</exception>
    public static Encoding Get(string name) => !CsvFormat.Encodings.Contains(name) ? throw new ArgumentException($"'{name}' is no encoding of a CSV file.", nameof(name))
        : name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Fallback)!
        : Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Fallback);
}

using System.Text;
using System.Text.Unicode;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>Tells from the beginning of a file how its text is to be read, or why it can't be.</summary>
internal sealed class CsvDetector(CsvTexts texts)
{
    /// <summary>How much of a file is looked at.</summary>
    public const int SampleSize = 1024 * 1024;

    /// <summary>How long a character of UTF-8 is at most.</summary>
    private const int MaxCharacterSize = 4;

    /// <summary>Reads the beginning of a stream, which is of no more use afterwards.</summary>
    public async Task<CsvDetection> DetectAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var buffer = new byte[SampleSize];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);

        return await DetectAsync(buffer.AsMemory(0, length), isWhole: length < buffer.Length, cancellationToken);
    }

    private async Task<CsvDetection> DetectAsync(ReadOnlyMemory<byte> bytes, bool isWhole, CancellationToken cancellationToken)
    {
        if (FileSignatures.Find(bytes.Span) is var signature && signature != FileSignature.None)
        {
            return new CsvDetection(null, texts.Explain(signature));
        }

        if (FindEncoding(bytes.Span, isWhole) is not { } encoding)
        {
            return new CsvDetection(null, texts.Binary);
        }

        var text = CsvEncodings.Get(encoding).GetString(bytes.Span);

        return !string.IsNullOrWhiteSpace(text) && await CsvShape.FindAsync(text, isWhole, cancellationToken) is { } shape
            ? new CsvDetection(new CsvFormat { Encoding = encoding, Delimiter = shape.Delimiter, HasHeader = shape.HasHeader }, null)
            : new CsvDetection(null, texts.Empty);
    }

    /// <summary>The name of the encoding; <see langword="null"/> when it is no text.</summary>
    private static string? FindEncoding(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return "utf-8";
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return bytes[0] == 0xFF ? "utf-16" : "utf-16be";
        }

        var (first, second) = CountNulls(bytes);

        // Of two bytes, one is NUL in most of what is written in Latin letters, and in every delimiter and line break.
        return HasMany(second, of: bytes.Length / 2) && first <= second / 10 ? "utf-16"
            : HasMany(first, of: bytes.Length / 2) && second <= first / 10 ? "utf-16be"
            : IsBinary(bytes) ? null
            : IsUtf8(bytes, isWhole) ? "utf-8"
            : "windows-1252";
    }

    private static (int First, int Second) CountNulls(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (0, 0);

        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] == 0)
            {
                _ = index % 2 == 0 ? first++ : second++;
            }
        }

        return (first, second);
    }

    private static bool HasMany(int count, int of) => count > 1 && count * 10 >= of;

    /// <summary>A stray control character or two make a bad row; in what is no text there are many.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;

        foreach (var value in bytes)
        {
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0x1A))
            {
                controls++;
            }
        }

        return controls > 3 && controls * 25 > bytes.Length;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (isWhole || bytes.Length < MaxCharacterSize)
        {
            return Utf8.IsValid(bytes);
        }

        // The last character may be cut in two.
        for (var cut = 0; cut < MaxCharacterSize; cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What was understood of a file.</summary>
/// <param name="Format">How to read it; <see langword="null"/> when it can't be.</param>
/// <param name="Problem">Why it can't, in the user's words.</param>
internal sealed record CsvDetection(CsvFormat? Format, string? Problem);

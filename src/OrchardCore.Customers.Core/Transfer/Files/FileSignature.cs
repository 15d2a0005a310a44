namespace OrchardCore.Customers.Transfer.Files;

/// <summary>What else than text may be in a file, whatever its name is.</summary>
internal enum FileSignature
{
    None,

    /// <summary>Of Excel, new or old.</summary>
    Workbook,

    OpenDocument,

    Archive,

    /// <summary>A PDF, or a text document.</summary>
    Document,

    Picture,

    WebPage,
}

internal static class FileSignatures
{
    /// <summary>How much of a file is looked at for what stands at its beginning.</summary>
    private const int Beginning = 1024;

    private static readonly (byte[] Bytes, FileSignature Signature)[] Known =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileSignature.Workbook),
        ([.. "%PDF-"u8], FileSignature.Document),
        ([.. "{\\rtf"u8], FileSignature.Document),
        ([0x89, .. "PNG\r\n"u8], FileSignature.Picture),
        ([0xFF, 0xD8, 0xFF], FileSignature.Picture),
        ([.. "GIF87a"u8], FileSignature.Picture),
        ([.. "GIF89a"u8], FileSignature.Picture),
        ([0x1F, 0x8B], FileSignature.Archive),
        ([.. "7z"u8, 0xBC, 0xAF], FileSignature.Archive),
        ([.. "Rar!"u8], FileSignature.Archive),
    ];

    /// <summary>Looks at the first bytes of a file.</summary>
    public static FileSignature Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return FindZip(bytes);
        }

        foreach (var (known, signature) in Known)
        {
            if (bytes.StartsWith(known))
            {
                return signature;
            }
        }

        return IsWebPage(bytes) ? FileSignature.WebPage : FileSignature.None;
    }

    /// <summary>Office documents are archives; the names of their parts tell.</summary>
    private static FileSignature FindZip(ReadOnlySpan<byte> bytes) => bytes.IndexOf("opendocument.spreadsheet"u8) >= 0 ? FileSignature.OpenDocument
        : bytes.IndexOf("xl/"u8) >= 0 ? FileSignature.Workbook
        : bytes.IndexOf("word/"u8) >= 0 || bytes.IndexOf("opendocument"u8) >= 0 ? FileSignature.Document
        : FileSignature.Archive;

    private static bool IsWebPage(ReadOnlySpan<byte> bytes)
    {
        var beginning = System.Text.Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, Beginning)]).TrimStart('?', ' ', '\r', '\n', '\t');

        return beginning.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || beginning.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}

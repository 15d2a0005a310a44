namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// A file that was uploaded, or that an export makes. Its bytes stand in chunks (<see cref="TransferFileChunk"/>) in the
/// database, so that any node goes on with it. What it says of itself is committed with each chunk; it is always true.
/// </summary>
public sealed class TransferFile
{
    /// <summary>How long an id is.</summary>
    public const int IdLength = 32;

    public string FileId { get; set; } = "";

    /// <summary>What the user calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many bytes it has so far.</summary>
    public long Length { get; set; }

    /// <summary>
    /// Of the chunks so far: SHA-256 of the hash of those before and the bytes of the last one, in hexadecimal digits. So it can
    /// be gone on with after an interruption; uploads of the same bytes have the same hash.
    /// </summary>
    public string Hash { get; set; } = "";

    /// <summary>How many chunks it has so far.</summary>
    public int Chunks { get; set; }

    /// <summary>Whether it is there to its end.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Whose it is.</summary>
    public string UserId { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    /// <summary>When it may be deleted.</summary>
    public DateTime ExpiresUtc { get; set; }
}

/// <summary>A part of a <see cref="TransferFile"/>.</summary>
public sealed class TransferFileChunk
{
    public string FileId { get; set; } = "";

    /// <summary>From 0, without gaps.</summary>
    public int Number { get; set; }

    /// <summary>How many bytes it has.</summary>
    public int Length { get; set; }

    /// <summary>Its bytes, compressed (gzip); in the document they are base64.</summary>
    public byte[] Data { get; set; } = [];
}

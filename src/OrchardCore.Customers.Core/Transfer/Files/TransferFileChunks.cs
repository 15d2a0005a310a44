using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using YesSql;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>The chunks of files in a session of the database.</summary>
internal static class TransferFileChunks
{
    /// <summary>How many bytes a chunk has at most.</summary>
    public const int MaxLength = 512 * 1024;

    private const string Collection = CustomersConstants.Collection;

    public static async Task<TransferFile?> FindFileAsync(this ISession session, string fileId)
        => await session.Query<TransferFile, TransferFileIndex>(index => index.FileId == fileId, collection: Collection).NoDuplicates().FirstOrDefaultAsync();

    public static async Task<TransferFileChunk?> FindChunkAsync(this ISession session, string fileId, int number)
        => await session.Query<TransferFileChunk, TransferFileChunkIndex>(index => index.FileId == fileId && index.Number == number, collection: Collection).NoDuplicates().FirstOrDefaultAsync();

    public static async Task<IReadOnlyList<TransferFileChunk>> FindChunksAsync(this ISession session, string fileId, int count)
        => [.. await session.Query<TransferFileChunk, TransferFileChunkIndex>(index => index.FileId == fileId, collection: Collection).NoDuplicates().Take(count).ListAsync()];

    /// <summary>Adds a chunk to a file and saves both with what else the session saves.</summary>
    /// <exception cref="ConcurrencyException">When the session is flushed: somebody else added to the file meanwhile.</exception>
    public static async Task AddChunkAsync(this ISession session, TransferFile file, ReadOnlyMemory<byte> bytes, CompressionLevel compression = CompressionLevel.Fastest)
    {
        await session.SaveFileAsync(file);
        await session.SaveAsync(new TransferFileChunk { FileId = file.FileId, Number = file.Chunks, Length = bytes.Length, Data = Compress(bytes.Span, compression) }, collection: Collection);
        file.Hash = HashAfter(file.Hash, bytes.Span);
        file.Length += bytes.Length;
        file.Chunks++;
    }

    public static Task SaveFileAsync(this ISession session, TransferFile file) => session.SaveAsync(file, checkConcurrency: true, collection: Collection);

    /// <summary>The hash of a file with one chunk more.</summary>
    public static string HashAfter(string hash, ReadOnlySpan<byte> chunk)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Convert.FromHexString(hash));
        sha.AppendData(chunk);

        return Convert.ToHexStringLower(sha.GetCurrentHash());
    }

    /// <summary>Reads the bytes of a chunk.</summary>
    /// <param name="bytes">Has room for <see cref="MaxLength"/>.</param>
    /// <returns>Whether they are what they were.</returns>
    public static bool TryExpand(TransferFileChunk chunk, byte[] bytes)
    {
        if (chunk.Length > bytes.Length)
        {
            return false;
        }

        try
        {
            using var stream = new GZipStream(new MemoryStream(chunk.Data), CompressionMode.Decompress);

            return stream.ReadAtLeast(bytes.AsSpan(0, chunk.Length), chunk.Length, throwOnEndOfStream: false) == chunk.Length && stream.ReadByte() < 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes, CompressionLevel level)
    {
        // What can't be compressed gets a little longer.
        var buffer = ArrayPool<byte>.Shared.Rent(MaxLength + (MaxLength / 64));

        try
        {
            using var compressed = new MemoryStream(buffer);

            using (var stream = new GZipStream(compressed, level, leaveOpen: true))
            {
                stream.Write(bytes);
            }

            return buffer[..(int)compressed.Position];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>Writes to the end of a file, asynchronously. A chunk is saved as soon as it is full, and the rest when it is flushed.</summary>
internal sealed class TransferFileWriteStream : Stream
{
    private const int CompressedLength = TransferFileChunks.MaxLength / 4;

    private readonly Func<ReadOnlyMemory<byte>, Task> _add;
    private readonly byte[] _buffer;
    private int _length;

    private TransferFileWriteStream(Func<ReadOnlyMemory<byte>, Task> add, int chunkLength = TransferFileChunks.MaxLength) => (_add, _buffer) = (add, new byte[chunkLength]);

    /// <summary>
    /// Writes into a session: what is flushed is committed with what else the session saves, such as the progress of a job, or
    /// not at all. The next step goes on with the file as it was committed.
    /// </summary>
    /// <param name="file">As the same session found it.</param>
    public static TransferFileWriteStream Into(ISession session, TransferFile file) => new(bytes => session.AddChunkAsync(file, bytes));

    /// <summary>Commits each chunk in a scope of its own.</summary>
    /// <param name="isCompressed">Whether that was done already. Then it is not done again, and chunks are smaller: as text in a document, such bytes take several times their length in memory.</param>
    public static TransferFileWriteStream Into(string fileId, bool isCompressed = false)
        => new(bytes => AddAsync(fileId, bytes, isCompressed), isCompressed ? CompressedLength : TransferFileChunks.MaxLength);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(buffer.Length, _buffer.Length - _length);
            buffer[..count].CopyTo(_buffer.AsMemory(_length));
            buffer = buffer[count..];
            _length += count;

            if (_length == _buffer.Length)
            {
                await FlushAsync(cancellationToken);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_length > 0)
        {
            await _add(_buffer.AsMemory(0, _length));
            _length = 0;
        }
    }

    public override void Flush() => throw new NotSupportedException("This stream is written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream is written asynchronously.");

    private static Task AddAsync(string fileId, ReadOnlyMemory<byte> bytes, bool isCompressed) => ShellScope.UsingChildScopeAsync(async scope =>
    {
        var session = scope.ServiceProvider.GetRequiredService<ISession>();
        var file = await session.FindFileAsync(fileId) ?? throw new IOException($"The file {fileId} was deleted.");
        await session.AddChunkAsync(file, bytes, isCompressed ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        await session.FlushAsync();
    });
}

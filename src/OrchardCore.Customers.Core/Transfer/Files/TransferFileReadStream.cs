using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Reads a file chunk by chunk, each in a scope of its own, so that no session keeps any. It is read asynchronously, and
/// forwards. At its end it has compared length and hash; whatever is missing or changed is an <see cref="IOException"/>.
/// </summary>
internal sealed class TransferFileReadStream(TransferFile file, CsvTexts texts) : Stream
{
    /// <summary>The bytes of the chunk that is read; the next one's take their place.</summary>
    private byte[] _chunk = [];

    private int _length;
    private int _offset;
    private int _chunks;
    private long _passed;
    private string _hash = "";

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    /// <summary>Where the next byte stands. Setting it goes forward without reading; what is passed over is read with the next bytes.</summary>
    public override long Position
    {
        get => _passed + _offset + _pending;
        set => _pending = value >= _passed + _offset ? value - _passed - _offset : throw new NotSupportedException("This stream is read forwards.");
    }

    /// <summary>How many bytes are still to be passed over.</summary>
    private long _pending;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var passed = (int)Math.Min(_pending, _length - _offset);
            _offset += passed;
            _pending -= passed;

            if (_offset < _length)
            {
                break;
            }

            if (!await NextAsync(cancellationToken))
            {
                return 0;
            }
        }

        var count = Math.Min(buffer.Length, _length - _offset);
        _chunk.AsMemory(_offset, count).CopyTo(buffer);
        _offset += count;

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream is read asynchronously.");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _passed += _length;
        (_length, _offset) = (0, 0);

        if (_chunks == file.Chunks)
        {
            return _passed == file.Length && _hash == file.Hash ? false : throw new IOException(texts.Incomplete);
        }

        TransferFileChunk? found = null;
        await ShellScope.UsingChildScopeAsync(async scope => found = await scope.ServiceProvider.GetRequiredService<ISession>().FindChunkAsync(file.FileId, _chunks));
        _chunk = _chunk.Length > 0 ? _chunk : new byte[TransferFileChunks.MaxLength];
        _length = found is not null && TransferFileChunks.TryExpand(found, _chunk) ? found.Length : throw new IOException(texts.Incomplete);
        _hash = TransferFileChunks.HashAfter(_hash, _chunk.AsSpan(0, _length));
        _chunks++;

        return true;
    }
}

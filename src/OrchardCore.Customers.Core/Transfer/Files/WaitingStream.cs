using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>Takes what is written at once, and hands it on asynchronously later: what writes archives can't wait. Texts become UTF-8.</summary>
internal sealed class WaitingStream : Stream
{
    private byte[] _waiting = new byte[64 * 1024];
    private int _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>How many bytes wait.</summary>
    public override long Length => _length;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(Take(buffer.Length));
        _length += buffer.Length;
    }

    public override void WriteByte(byte value) => Write([value]);

    /// <summary>Writes a text.</summary>
    public void Write(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Take(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>Hands on what waits.</summary>
    public async Task PassAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(_waiting.AsMemory(0, _length), cancellationToken);
        _length = 0;
    }

    /// <summary>Hands on what waits to who can't wait either.</summary>
    public void Pass(Stream target)
    {
        target.Write(_waiting, 0, _length);
        _length = 0;
    }

    public override void Flush()
    {
        // It waits.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private Span<byte> Take(int count)
    {
        if (count > _waiting.Length - _length)
        {
            Array.Resize(ref _waiting, Math.Max(_length + count, _waiting.Length * 2));
        }

        return _waiting.AsSpan(_length);
    }
}

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Writes rows into a file. What it was given stands in its target whenever a method returns, so that whoever writes step by
/// step commits whole rows. Texts leave guarded (<see cref="SpreadsheetText.Guard"/>).
/// </summary>
internal interface ITransferWriter : IAsyncDisposable
{
    /// <summary>Begins the file. Whoever goes on with one that was begun does without.</summary>
    Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default);

    /// <summary>Writes rows.</summary>
    /// <param name="rows">Each with a text per column; <see langword="null"/> where there is none.</param>
    Task WriteAsync(IReadOnlyList<string?[]> rows, CancellationToken cancellationToken = default);

    /// <summary>Ends the file.</summary>
    Task CompleteAsync(CancellationToken cancellationToken = default);
}

/// <summary>Takes what is written at once, and hands it on asynchronously later: what writes archives can't wait.</summary>
internal sealed class WaitingStream : Stream
{
    private readonly MemoryStream _waiting = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    /// <summary>Hands on what waits.</summary>
    public async Task PassAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken);
        _waiting.SetLength(0);
    }

    public override void Flush()
    {
        // It waits.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _waiting.Dispose();
        base.Dispose(disposing);
    }
}

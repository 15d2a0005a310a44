using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Writes a CSV file as <see cref="CsvLines"/> has it. A file may be gone on with by another writer of the same kind.
/// </summary>
/// <param name="target">Where the file goes; it stays open.</param>
internal sealed class CsvTransferWriter(Stream target, CsvWriterOptions options) : ITransferWriter
{
    private readonly WaitingStream _waiting = new();
    private readonly CsvLines _lines = new(options);

    public async Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        if (options.HasByteOrderMark)
        {
            _waiting.Write(Encoding.UTF8.Preamble);
        }

        _lines.Append(_waiting, names);
        await _waiting.PassAsync(target, cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyList<string?[]> rows, CancellationToken cancellationToken = default)
    {
        foreach (var row in rows)
        {
            _lines.Append(_waiting, row);
        }

        await _waiting.PassAsync(target, cancellationToken);
    }

    /// <summary>A CSV file ends anywhere.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _waiting.DisposeAsync();
}

/// <summary>How a CSV file is written.</summary>
/// <param name="Delimiter">One of <see cref="CsvFormat.Delimiters"/>.</param>
/// <param name="HasByteOrderMark">Whether it begins with the mark by which Excel knows UTF-8.</param>
internal sealed record CsvWriterOptions(char Delimiter = ',', bool HasByteOrderMark = true)
{
    /// <summary>How such a file is read.</summary>
    public CsvFormat Format => new() { Delimiter = Delimiter };
}

using System.Text;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Makes a workbook of the CSV file that an export wrote step by step. It is made in one go, from the beginning when it was
/// interrupted, since an archive can't be gone on with; the rows need not be asked for again.
/// </summary>
internal sealed class TransferFileConverter(TransferFileStore store)
{
    private const int BatchSize = 500;

    private const int BufferSize = 64 * 1024;

    /// <summary>Writes a workbook into a new file that is empty still, and completes it.</summary>
    /// <param name="source">The id of a complete file that <see cref="CsvTransferWriter"/> wrote.</param>
    /// <param name="target">The id of a file that was created and committed.</param>
    /// <param name="report">Told from time to time how many rows are written.</param>
    /// <returns>How many cells were cut since Excel takes no more; <see langword="null"/> when the target was deleted meanwhile.</returns>
    public async Task<int?> ConvertAsync(string source, CsvWriterOptions options, string target, TimeSpan keepFor, Func<long, Task>? report = null, CancellationToken cancellationToken = default)
    {
        using var text = new StreamReader(await store.OpenReadAsync(source), Encoding.UTF8, detectEncodingFromByteOrderMarks: false, BufferSize);
        var records = new CsvRecords(text, options.Delimiter);
        var lines = new CsvLines(options);
        await using var stream = TransferFileWriteStream.Into(target, isCompressed: true);
        await using var writer = new XlsxTransferWriter(stream);
        await writer.WriteHeaderAsync(await ReadAsync(records, lines, count: 1, cancellationToken) is [var header, ..] ? header : [], cancellationToken);
        var written = 0L;

        for (var batch = await ReadAsync(records, lines, BatchSize, cancellationToken); batch.Count > 0; batch = await ReadAsync(records, lines, BatchSize, cancellationToken))
        {
            await writer.WriteAsync(batch, cancellationToken);
            written += batch.Count;
            await (report?.Invoke(written) ?? Task.CompletedTask);
        }

        await writer.CompleteAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);

        return await store.CompleteAsync(target, keepFor) is null ? null : writer.Cut;
    }

    private static async Task<IReadOnlyList<string[]>> ReadAsync(CsvRecords records, CsvLines lines, int count, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>(count);

        while (rows.Count < count && await records.ReadAsync(cancellationToken) is { } record)
        {
            rows.Add(lines.Read(record.Text.Span));
        }

        return rows;
    }
}

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>
/// Makes a workbook of the CSV file that an export wrote step by step. It is made in one go, from the beginning when it was
/// interrupted, since an archive can't be gone on with; the rows need not be asked for again.
/// </summary>
internal sealed class TransferFileConverter(TransferFileStore store, CsvTexts texts)
{
    private const int BatchSize = 500;

    /// <summary>Writes a workbook into a new file that is empty still, and completes it.</summary>
    /// <param name="source">The id of a complete file that <see cref="CsvTransferWriter"/> wrote.</param>
    /// <param name="target">The id of a file that was created and committed.</param>
    /// <param name="report">Told from time to time how many rows are written.</param>
    /// <returns>How many cells were cut since Excel takes no more; <see langword="null"/> when the target was deleted meanwhile.</returns>
    public async Task<int?> ConvertAsync(string source, CsvFormat format, string target, TimeSpan keepFor, Func<long, Task>? report = null, CancellationToken cancellationToken = default)
    {
        using var reader = await CsvRowReader.OpenAsync(await store.OpenReadAsync(source), format, texts, cancellationToken);
        await using var stream = TransferFileWriteStream.Into(target);
        await using var writer = new XlsxTransferWriter(stream);
        await writer.WriteHeaderAsync(reader.Header.Names, cancellationToken);

        for (var batch = await ReadAsync(reader, cancellationToken); batch.Count > 0; batch = await ReadAsync(reader, cancellationToken))
        {
            await writer.WriteAsync(batch, cancellationToken);
            await (report?.Invoke(reader.Number) ?? Task.CompletedTask);
        }

        await writer.CompleteAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);

        return await store.CompleteAsync(target, keepFor) is null ? null : writer.Cut;
    }

    private static async Task<IReadOnlyList<string?[]>> ReadAsync(CsvRowReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<string?[]>(BatchSize);

        while (rows.Count < BatchSize && await reader.ReadAsync(cancellationToken) is { } row)
        {
            rows.Add([.. row.Cells]);
        }

        return rows;
    }
}

using YesSql;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Keeps what imports have to tell of rows, and reads it page by page.</summary>
internal sealed class ImportLogs(ISession session)
{
    /// <summary>How many logs are deleted at a time, for which they are read; each may have a step's share of long rows.</summary>
    private const int BatchSize = 5;

    /// <summary>Saves rows with the next flush of the session.</summary>
    /// <param name="first">How many there were of this kind before.</param>
    public async Task AddAsync(ImportRun run, ImportLogKind kind, long first, IEnumerable<ImportLogRow> rows)
    {
        var log = new ImportLog { JobId = run.JobId, Kind = kind, First = first, Rows = [.. rows] };

        if (log.Rows.Count > 0)
        {
            await session.SaveAsync(log, collection: CustomersConstants.Collection);
        }
    }

    /// <summary>Rows of a kind from a certain one on, in their order.</summary>
    public async Task<IReadOnlyList<ImportLogRow>> ReadAsync(string jobId, ImportLogKind kind, long skip, int count)
    {
        var (last, name) = (skip + count - 1, kind.ToString());
        var logs = session.Query<ImportLog, ImportLogIndex>(
            index => index.JobId == jobId && index.Kind == name && index.First <= last && index.Last >= skip,
            collection: CustomersConstants.Collection);
        logs.NoDuplicates();

        return
        [
            .. (await logs.OrderBy(index => index.First).ListAsync())
                .SelectMany(log => log.Rows.Select((row, index) => (Row: row, Number: log.First + index)))
                .Where(row => row.Number >= skip && row.Number <= last)
                .Select(row => row.Row),
        ];
    }

    /// <summary>Rows of a kind from a certain one on, as far as one step told of them: never more than can be held. None when there are no more.</summary>
    public async Task<IReadOnlyList<ImportLogRow>> ReadNextAsync(string jobId, ImportLogKind kind, long skip)
    {
        var name = kind.ToString();
        var logs = session.Query<ImportLog, ImportLogIndex>(index => index.JobId == jobId && index.Kind == name && index.Last >= skip, collection: CustomersConstants.Collection);
        logs.NoDuplicates();
        var log = await logs.OrderBy(index => index.First).FirstOrDefaultAsync();

        return log is null ? [] : [.. log.Rows.Skip((int)(skip - log.First))];
    }

    /// <summary>Deletes some of the rows of a kind, or of all kinds.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> DeleteSomeAsync(string jobId, ImportLogKind? kind)
    {
        var name = kind?.ToString();
        var logs = name is null
            ? session.Query<ImportLog, ImportLogIndex>(index => index.JobId == jobId, collection: CustomersConstants.Collection)
            : session.Query<ImportLog, ImportLogIndex>(index => index.JobId == jobId && index.Kind == name, collection: CustomersConstants.Collection);
        logs.NoDuplicates();
        var some = (await logs.Take(BatchSize).ListAsync()).ToList();

        foreach (var log in some)
        {
            session.Delete(log, CustomersConstants.Collection);
        }

        await session.FlushAsync();

        return some.Count == BatchSize;
    }
}

using System.Diagnostics;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Sql;
using OrchardCore.Customers.Transfer.Files;
using YesSql;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Carries out the rows of a step, counts what became of them and says what there is to tell.</summary>
internal sealed class ImportWork(
    ISession session,
    JobStore<ImportRun> store,
    ImportRowReader reader,
    ImportDecider decider,
    ImportBatch batch,
    ImportTelling telling)
{
    /// <inheritdoc cref="ImportTelling.TooManyRows"/>
    public string TooManyRows(int most) => telling.TooManyRows(most);

    /// <summary>Looks what would become of the rows.</summary>
    public async Task<ImportProgress> TryAsync(ImportRun run, IReadOnlyList<CsvRow> sources, long bytes, ImportTrialMemory memory)
    {
        var (rows, keys) = await TakeAsync(run, sources);
        await decider.DecideAsync(rows, keys, run, memory);
        await batch.TryAsync(rows, run, memory);

        foreach (var (row, key) in keys.Where(pair => pair.Key.Outcome == ImportOutcome.Created && pair.Value.Length > 0))
        {
            memory.Add(key);
        }

        await TellAsync(run, rows, bytes);
        await session.FlushAsync();

        return new ImportProgress(IsOver: false, rows.Count);
    }

    /// <summary>Saves the customers of the rows.</summary>
    public async Task<ImportProgress> SaveAsync(ImportRun run, IReadOnlyList<CsvRow> sources, long bytes)
    {
        var (started, free) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var (rows, keys) = await TakeAsync(run, sources);
        await decider.DecideAsync(rows, keys, run, memory: null);
        var saved = await batch.SaveAsync(rows, run, checkedRow: () => free = Stopwatch.GetElapsedTime(started), alongside: () => TellAsync(run, rows, bytes));

        if (!saved.Succeeded)
        {
            return new ImportProgress(IsOver: false, Broken: string.Join(' ', saved.Errors.Select(error => error.Message.Value)));
        }

        await session.FlushAsync();
        var isOnlyWriter = session.IsSqlite() && rows.Any(row => row.IsChange);

        return new ImportProgress(IsOver: false, rows.Count, FreeFor: isOnlyWriter ? free : null);
    }

    /// <summary>Counts a row as failed.</summary>
    public async Task PassAsync(ImportRun run, CsvRow source, string reason, long bytes)
    {
        var row = new ImportRow(source);
        row.Fail(column: null, reason);
        await TellAsync(run, [row], bytes);
        await session.FlushAsync();
    }

    /// <summary>
    /// As many rows as can go together: one that is for the same customer as an earlier one waits for the next step, which
    /// finds what this one has saved. A deletion goes alone.
    /// </summary>
    private async Task<(IReadOnlyList<ImportRow> Rows, IReadOnlyDictionary<ImportRow, string> Keys)> TakeAsync(ImportRun run, IReadOnlyList<CsvRow> sources)
    {
        var rows = sources.Select(source => reader.Read(source, run)).ToList();
        var keys = await decider.KeysAsync(rows, run);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var taken = rows
            .TakeWhile((row, index) => index == 0 || (row.Command != RowCommand.Delete && rows[0].Command != RowCommand.Delete && IsFirst(row)))
            .ToList();

        return (taken, keys.Where(pair => taken.Contains(pair.Key)).ToDictionary());

        bool IsFirst(ImportRow row)
        {
            if (seen.Count == 0)
            {
                seen.Add(keys.GetValueOrDefault(rows[0], ""));
            }

            return keys.GetValueOrDefault(row, "") is var key && (key.Length == 0 || seen.Add(key));
        }
    }

    private async Task TellAsync(ImportRun run, IReadOnlyList<ImportRow> rows, long bytes)
    {
        await telling.TellAsync(run, rows);
        run.Position += rows.Count;
        run.BytesRead = bytes;
        await store.StageAsync(run);
    }
}

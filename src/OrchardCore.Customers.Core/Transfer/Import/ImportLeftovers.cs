using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>What imports leave: rows that failed, and what goes when its time is over.</summary>
internal sealed class ImportLeftovers(ISession session, JobStore<ImportRun> store, TransferFileStore files, IClock clock, ISiteService siteService)
{
    /// <summary>How many runs are seen to at a time.</summary>
    private const int MaxRuns = 20;

    /// <summary>Among how many old ones they are looked for.</summary>
    private const int MaxLooked = 200;

    /// <summary>Writes the failed rows as they stood in the file, each with what is wrong with it.</summary>
    public static async Task WriteFailedAsync(ImportRun run, Stream target, CancellationToken cancellationToken)
    {
        var kind = run.Phase == ImportPhase.Trial ? ImportLogKind.TrialFailed : ImportLogKind.Failed;
        await using var writer = new CsvTransferWriter(target, new CsvWriterOptions { Delimiter = run.Format.Delimiter, HasByteOrderMark = true });
        var error = Array.FindIndex(run.Headings, heading => heading.Equals(RowCommands.ErrorColumn, StringComparison.OrdinalIgnoreCase));
        await writer.WriteHeaderAsync(error < 0 ? [.. run.Headings, RowCommands.ErrorColumn] : run.Headings, cancellationToken);

        var written = 0L;

        while (await ReadAsync(logs => logs.ReadNextAsync(run.JobId, kind, written)) is { Count: > 0 } rows)
        {
            await writer.WriteAsync([.. rows.Select(row => Cells(row, run, error))], cancellationToken);
            written += rows.Count;
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>Until when an import that begins now can be undone.</summary>
    public async Task<DateTime> UndoUntilAsync() => clock.UtcNow.AddDays((await siteService.GetSettingsAsync<TransferSettings>()).JournalDays);

    /// <summary>Deletes what is too old to be undone: runs with their files and journals, and nothing that stood in them stays.</summary>
    public async Task DeleteOldAsync()
    {
        await files.DeleteExpiredAsync();
        var days = (await siteService.GetSettingsAsync<TransferSettings>()).JournalDays;

        // One that was imported some days after it was uploaded can be undone for some days more.
        foreach (var run in (await store.FindOldAsync(clock.UtcNow.AddDays(-days), MaxLooked)).Where(run => run.UndoUntilUtc is null || run.UndoUntilUtc <= clock.UtcNow).Take(MaxRuns))
        {
            await DeleteAsync(run.JobId, run.FileId);
            session.Delete(run, CustomersConstants.Collection);
        }
    }

    /// <summary>Deletes the file of a run, and all that was told of its rows.</summary>
    public async Task DeleteAsync(string id, string? fileId)
    {
        while (await DeleteSomeAsync(id))
        {
            // The next ones.
        }

        await files.DeleteAsync(fileId ?? "");
    }

    /// <summary>Rows that a run has something to tell of; read in a scope of its own, since a session keeps what it has read.</summary>
    public static Task<IReadOnlyList<ImportLogRow>> ReadAsync(string id, ImportLogKind kind, long skip, int count) => ReadAsync(logs => logs.ReadAsync(id, kind, skip, count));

    private static async Task<IReadOnlyList<ImportLogRow>> ReadAsync(Func<ImportLogs, Task<IReadOnlyList<ImportLogRow>>> read)
    {
        IReadOnlyList<ImportLogRow> rows = [];
        await ShellScope.UsingChildScopeAsync(async scope => rows = await read(scope.ServiceProvider.GetRequiredService<ImportLogs>()));

        return rows;
    }

    private static async Task<bool> DeleteSomeAsync(string id)
    {
        var isMore = false;
        await ShellScope.UsingChildScopeAsync(async scope => isMore = await scope.ServiceProvider.GetRequiredService<ImportLogs>().DeleteSomeAsync(id, kind: null));

        return isMore;
    }

    /// <summary>A file of failed rows that is imported again and fails again has one such column, not two.</summary>
    private static string?[] Cells(ImportLogRow row, ImportRun run, int error)
    {
        var count = run.Headings.Length;
        var cells = new string?[error < 0 ? count + 1 : count];
        var source = row.Cells ?? [];

        for (var index = 0; index < count; index++)
        {
            cells[index] = index < source.Length ? source[index] : null;
        }

        cells[error < 0 ? count : error] = string.Join(' ', row.Errors.Select(problem => problem.Column is { } column ? $"{run.HeadingOf(column)}: {problem.Message}" : problem.Message));

        return cells;
    }
}

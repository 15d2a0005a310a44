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
    private const int PageSize = 500;

    /// <summary>How many runs are seen to at a time.</summary>
    private const int MaxRuns = 20;

    /// <summary>Writes the failed rows as they stood in the file, each with what is wrong with it.</summary>
    public static async Task WriteFailedAsync(ImportRun run, Stream target, CancellationToken cancellationToken)
    {
        var (kind, total) = run.Phase == ImportPhase.Trial ? (ImportLogKind.TrialFailed, run.Trial.Failed) : (ImportLogKind.Failed, run.Result.Failed);
        await using var writer = new CsvTransferWriter(target, new CsvWriterOptions { Delimiter = run.Format.Delimiter, HasByteOrderMark = true });
        var error = Array.FindIndex(run.Headings, heading => heading.Equals(RowCommands.ErrorColumn, StringComparison.OrdinalIgnoreCase));
        await writer.WriteHeaderAsync(error < 0 ? [.. run.Headings, RowCommands.ErrorColumn] : run.Headings, cancellationToken);

        for (var skip = 0L; skip < total; skip += PageSize)
        {
            var rows = await ReadAsync(run.JobId, kind, skip, PageSize);
            await writer.WriteAsync([.. rows.Select(row => Cells(row, run, error))], cancellationToken);
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

        foreach (var run in await store.FindOldAsync(clock.UtcNow.AddDays(-days), MaxRuns))
        {
            while (await DeleteSomeAsync(run.JobId))
            {
                // The next ones.
            }

            await files.DeleteAsync(run.FileId ?? "");
            session.Delete(run, CustomersConstants.Collection);
        }
    }

    /// <summary>Rows that a run has something to tell of; read in a scope of its own, since a session keeps what it has read.</summary>
    public static async Task<IReadOnlyList<ImportLogRow>> ReadAsync(string id, ImportLogKind kind, long skip, int count)
    {
        IReadOnlyList<ImportLogRow> rows = [];
        await ShellScope.UsingChildScopeAsync(async scope => rows = await scope.ServiceProvider.GetRequiredService<ImportLogs>().ReadAsync(id, kind, skip, count));

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

using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Counts what became of rows, and keeps what has to be known of them later: the failed ones as they stood in the file, and for the undo those that changed a customer.</summary>
internal sealed class ImportTelling(ImportLogs logs, IStringLocalizer<ImportTelling> S)
{
    /// <summary>How much of what is wrong is kept, since a message may quote a cell.</summary>
    private const int MaxMessage = 1_000;

    public string TooManyRows(int most) => S["The file has more than {0} rows, which is as many as the settings allow. Divide it, or ask for a higher limit.", most.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)].Value;

    public async Task TellAsync(ImportRun run, IReadOnlyList<ImportRow> rows)
    {
        var counts = run.Counts();
        var failed = rows.Where(row => row.Outcome == ImportOutcome.Failed).ToList();
        await logs.AddAsync(run, run.Phase == ImportPhase.Trial ? ImportLogKind.TrialFailed : ImportLogKind.Failed, counts.Failed, failed.Select(Refused));

        if (run.Phase == ImportPhase.Import)
        {
            await logs.AddAsync(run, ImportLogKind.Journal, counts.Created + counts.Updated + counts.Deleted, rows.Where(row => row.IsChange).Select(Changed));
        }

        Count(counts, rows);
    }

    private static void Count(ImportCounts counts, IReadOnlyList<ImportRow> rows)
    {
        foreach (var row in rows)
        {
            counts.Read++;
            counts.Created += row.Outcome == ImportOutcome.Created ? 1 : 0;
            counts.Updated += row.Outcome == ImportOutcome.Updated ? 1 : 0;
            counts.Unchanged += row.Outcome == ImportOutcome.Unchanged ? 1 : 0;
            counts.Skipped += row.Outcome == ImportOutcome.Skipped ? 1 : 0;
            counts.Deleted += row.Outcome == ImportOutcome.Deleted ? 1 : 0;
            counts.Failed += row.Outcome == ImportOutcome.Failed ? 1 : 0;
        }
    }

    private static ImportLogRow Refused(ImportRow row) => new()
    {
        Row = row.Source.Number,
        Line = row.Source.Line,
        Cells = [.. row.Source.Cells],
        Errors = [.. row.Errors.Take(CustomerTransferRow.MaxErrors).Select(error => error with { Message = VisibleText.Shorten(error.Message, MaxMessage) })],
        Outcome = ImportOutcome.Failed,
    };

    /// <summary>Of who is deleted nothing is kept.</summary>
    private static ImportLogRow Changed(ImportRow row) => new()
    {
        Row = row.Source.Number,
        Line = row.Source.Line,
        Outcome = row.Outcome,
        CustomerId = (row.Target?.Customer ?? row.Match)!.ContentItemId,
        Before = row is { Outcome: ImportOutcome.Updated, Before: { } before } ? ImportJournal.PartsOf(before) : null,
        After = row.Target is { } target ? ImportJournal.Stamp(target.Customer) : null,
    };
}

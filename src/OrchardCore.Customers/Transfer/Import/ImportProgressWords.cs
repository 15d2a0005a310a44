using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Says how far a run is, and how long it still takes.</summary>
public sealed class ImportProgressWords(ImportWords words, JobWords jobs, IJobUsers users, CustomerPageBuilder pages, IStringLocalizer<ImportProgressWords> S)
{
    public ImportWords Words => words;

    public async Task<JobProgressModel> BuildAsync(ImportRun run)
    {
        var (done, total) = Measure(run);
        var isOpen = run.IsOpen();

        return new JobProgressModel
        {
            State = words.BadgeOf(run),
            Started = await pages.WhenAsync(run.PhaseStartedUtc ?? run.CreatedUtc, await users.FindNameAsync(run.UserId)),
            Problem = run.Problem,
            Done = done,
            Total = total,
            IsFinished = run.State == JobState.Finished,
            Text = TextOf(run, total),
            Rate = isOpen || run.State == JobState.Finished ? JobWords.Rate(run.Position, run.PhaseStartedUtc, run.ChangedUtc) : null,
            TimeLeft = isOpen && total is { } all ? jobs.TimeLeft(all - done, JobWords.Rate(done, run.PhaseStartedUtc, run.ChangedUtc)) : null,
        };
    }

    private static bool IsReading(ImportRun run) => run.Phase is not (ImportPhase.Undo or ImportPhase.Invite);

    /// <summary>How many rows there are is known only when the file was read to its end; how long the file is, from the beginning. A short file is read in one go.</summary>
    private static (long Done, long? Total) Measure(ImportRun run)
        => !IsReading(run) ? (run.Position, run.Result.Created + run.Result.Updated + run.Result.Deleted)
            : run.Rows is { } rows ? (run.Position, rows)
            : run.BytesRead < run.FileLength ? (run.BytesRead, run.FileLength)
            : (run.Position, null);

    private string TextOf(ImportRun run, long? total)
        => !IsReading(run) ? jobs.Customers(run.Position, total ?? 0)
            : run.Rows is { } rows ? S["{0:N0} of {1:N0} rows", run.Position, rows]
            : S["{0:N0} rows", run.Position];
}

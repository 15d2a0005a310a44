using System.Diagnostics;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using YesSql;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>
/// One step of an export, in a scope of its own: some rows of the file and the progress are committed together, or nothing is.
/// So a file has no row twice and lacks none, however often the export was interrupted.
/// </summary>
internal sealed class ExportStep(ISession session, JobStore<ExportRun> store, TransferFileStore files, ExportExpiry expiry)
{
    /// <summary>A workbook is made of the rows well before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Writes the next customers into the file.</summary>
    /// <param name="duration">After that time it commits what it has written; a batch it writes in any case.</param>
    /// <returns>How many there were; <see langword="null"/> when there is nothing left to do in this phase, or it is somebody else's.</returns>
    public async Task<int?> RunAsync(string id, string runner, ExportAhead ahead, TimeSpan duration)
    {
        if (await store.FindHeldAsync(id, runner) is not { Phase: ExportPhase.Rows } run)
        {
            return null;
        }

        var file = run.RowsFileId is { } known ? await files.FindAsync(known) : null;

        if (file is null)
        {
            // Not begun yet; or interrupted for so long that what there was has expired.
            (run.Position, run.Done) = (0, 0);
        }

        var done = run.Done;
        var isOver = await WriteAsync(run, file, ahead, duration);
        await store.SaveAsync(run);

        return isOver ? null : run.Done - done;
    }

    /// <summary>Ends a run that can't go on.</summary>
    public async Task<bool> StopAsync(string id, string runner, string problem)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run)
        {
            return false;
        }

        Stop(run, problem);
        await store.SaveAsync(run);

        return true;
    }

    /// <returns>Whether there are no others to write.</returns>
    private async Task<bool> WriteAsync(ExportRun run, TransferFile? begun, ExportAhead ahead, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var batch = await ahead.NextAsync(run);

        if (batch.Problem is not null && begun is null)
        {
            return Stop(run, batch.Problem.Value);
        }

        var file = begun ?? await files.CreateAsync(run.FileName, run.UserId);
        await using var stream = TransferFileWriteStream.Into(session, file);

        if (begun is null)
        {
            run.RowsFileId = file.FileId;
            await using var header = new CsvTransferWriter(stream, run.Options.Csv());
            await header.WriteHeaderAsync(batch.Names);
        }

        while (true)
        {
            await ahead.PassAsync(batch, stream);
            (run.Position, run.Done) = (batch.Position, run.Done + batch.Count);

            if (batch.IsLast || Stopwatch.GetElapsedTime(started) >= duration)
            {
                break;
            }

            batch = await ahead.NextAsync(run);
        }

        await stream.FlushAsync(CancellationToken.None);

        return batch.Problem is { } problem ? Stop(run, problem.Value)
            : batch.IsLast && await CompleteAsync(run, file);
    }

    private async Task<bool> CompleteAsync(ExportRun run, TransferFile file)
    {
        await session.SaveFileAsync(file);
        file.IsComplete = true;

        if (run.Options.Format == ExportFormat.Excel)
        {
            file.ExpiresUtc = expiry.UtcNow + Patience;
            run.Phase = ExportPhase.Workbook;
        }
        else
        {
            file.ExpiresUtc = expiry.UtcNow + await expiry.KeepForAsync();
            (run.FileId, run.RowsFileId) = (file.FileId, null);
            run.Finish(file, expiry.UtcNow);
        }

        return true;
    }

    private static bool Stop(ExportRun run, string problem)
    {
        run.State = JobState.Stopped;
        run.Problem = problem;

        return true;
    }
}

internal static class ExportRunExtensions
{
    /// <summary>Says that the file is there.</summary>
    public static void Finish(this ExportRun run, TransferFile file, DateTime utcNow)
    {
        run.State = JobState.Finished;
        run.FileLength = file.Length;
        run.FinishedUtc = utcNow;
        run.ExpiresUtc = file.ExpiresUtc;
    }
}

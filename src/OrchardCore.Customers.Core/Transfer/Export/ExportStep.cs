using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using YesSql;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>
/// One step of an export, in a scope of its own: some rows of the file and the progress are committed together, or nothing is.
/// So a file has no row twice and lacks none, however often the export was interrupted.
/// </summary>
internal sealed class ExportStep(ISession session, JobStore<ExportRun> store, TransferFileStore files, ExportActor actor, ExportRows rows, ExportExpiry expiry)
{
    /// <summary>A workbook is made of the rows well before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Writes the next customers into the file.</summary>
    /// <returns>How many there were; <see langword="null"/> when there is nothing left to do in this phase, or it is somebody else's.</returns>
    public async Task<int?> RunAsync(string id, string runner, int count)
    {
        if (await store.FindHeldAsync(id, runner) is not { Phase: ExportPhase.Rows } run)
        {
            return null;
        }

        if (await actor.PrepareAsync(run) is { } forbidden)
        {
            return await StopAsync(run, forbidden.Value);
        }

        var file = run.RowsFileId is { } known ? await files.FindAsync(known) : null;

        if (file is null)
        {
            // Not begun yet; or interrupted for so long that what there was has expired.
            (run.Position, run.Done) = (0, 0);
        }

        // Read first: whatever is asked later would write what is not complete yet.
        var batch = await rows.ReadAsync(run.Options, actor.User, run.Position, run.End, count);

        if (batch.Problem is { } problem)
        {
            return await StopAsync(run, problem.Value);
        }

        await WriteAsync(run, file, batch);
        await store.SaveAsync(run);

        return batch.Rows.Count > 0 ? batch.Rows.Count : null;
    }

    /// <summary>Ends a run that can't go on.</summary>
    public async Task<bool> StopAsync(string id, string runner, string problem)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run)
        {
            return false;
        }

        await StopAsync(run, problem);

        return true;
    }

    private async Task WriteAsync(ExportRun run, TransferFile? begun, ExportBatch batch)
    {
        var file = begun ?? await files.CreateAsync(run.FileName, run.UserId);
        await using var stream = TransferFileWriteStream.Into(session, file);
        await using var writer = new CsvTransferWriter(stream, run.Options.Csv());

        if (begun is null)
        {
            run.RowsFileId = file.FileId;
            await writer.WriteHeaderAsync(batch.Names);
        }

        await writer.WriteAsync(batch.Rows);
        await stream.FlushAsync(CancellationToken.None);
        (run.Position, run.Done) = (batch.Position, run.Done + batch.Rows.Count);

        if (batch.Rows.Count == 0)
        {
            await CompleteAsync(run, file);
        }
    }

    private async Task CompleteAsync(ExportRun run, TransferFile file)
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
    }

    private async Task<int?> StopAsync(ExportRun run, string problem)
    {
        run.State = JobState.Stopped;
        run.Problem = problem;
        await store.SaveAsync(run);

        return null;
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

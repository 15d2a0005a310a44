using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>What is committed while the rows of an export become a workbook, which is made in one go.</summary>
internal sealed class ExportWorkbookStep(JobStore<ExportRun> store, TransferFileStore files, ExportActor actor, ExportExpiry expiry)
{
    /// <summary>Begins a workbook. Of one that was interrupted nothing can be used; it expires.</summary>
    /// <returns>The run with the file to write into; <see langword="null"/> when it is not this runner's any more, or can't go on.</returns>
    public async Task<ExportRun?> BeginAsync(string id, string runner)
    {
        if (await FindAsync(id, runner) is not { } run)
        {
            return null;
        }

        if (await actor.PrepareAsync(run) is { } problem)
        {
            run.State = JobState.Stopped;
            run.Problem = problem.Value;
            await store.SaveAsync(run);

            return null;
        }

        run.FileId = (await files.CreateAsync(run.FileName, run.UserId)).FileId;
        run.Converted = 0;
        await store.SaveAsync(run);

        return run;
    }

    /// <summary>Says how far it is.</summary>
    /// <returns>Whether it is still this runner's.</returns>
    public async Task<bool> ReportAsync(string id, string runner, long rows)
    {
        if (await FindAsync(id, runner) is not { } run)
        {
            return false;
        }

        run.Converted = rows;
        await store.SaveAsync(run);

        return true;
    }

    /// <summary>Says that the workbook is complete.</summary>
    /// <returns>The id of the file with the rows, which is needed no more; <see langword="null"/> when it is not this runner's.</returns>
    public async Task<string?> FinishAsync(string id, string runner, int cut)
    {
        if (await FindAsync(id, runner) is not { FileId: { } fileId } run || await files.FindAsync(fileId) is not { IsComplete: true } file)
        {
            return null;
        }

        var rows = run.RowsFileId;
        (run.RowsFileId, run.Converted, run.Cut) = (null, run.Done, cut);
        run.Finish(file, expiry.UtcNow);
        await store.SaveAsync(run);

        return rows;
    }

    private async Task<ExportRun?> FindAsync(string id, string runner) => await store.FindHeldAsync(id, runner) is { Phase: ExportPhase.Workbook } run ? run : null;
}

using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>
/// One step of a trial or an import, in a scope of its own: some rows, what there is to tell of them and the progress are
/// committed together, or nothing is.
/// </summary>
internal sealed class ImportStep(
    JobStore<ImportRun> store,
    ImportActor actor,
    ImportWork work,
    ImportLogs logs,
    IClock clock,
    ISiteService siteService)
{
    /// <summary>Carries out rows.</summary>
    /// <param name="rows">The next ones of the file; none when it has ended.</param>
    /// <param name="bytes">How far the file was read.</param>
    /// <param name="memory">Of a trial; <see langword="null"/> in the import.</param>
    /// <returns>How many of the rows are done, so that the rest comes again in the next step.</returns>
    public async Task<ImportProgress> RunAsync(string id, string runner, IReadOnlyList<CsvRow> rows, long bytes, ImportTrialMemory? memory)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run)
        {
            return ImportProgress.Over;
        }

        if (await actor.PrepareAsync(run) is { } problem)
        {
            return await StopAsync(run, problem.Value);
        }

        if (rows.Count == 0)
        {
            return await FinishAsync(run);
        }

        var settings = await siteService.GetSettingsAsync<TransferSettings>();

        if (run.Position + rows.Count > settings.MaxRows)
        {
            return await StopAsync(run, work.TooManyRows(settings.MaxRows));
        }

        return memory is null ? await work.SaveAsync(run, rows, bytes) : await work.TryAsync(run, rows, bytes, memory);
    }

    /// <summary>Goes past a row whose refusal has ended the session of its step.</summary>
    public async Task<bool> PassAsync(string id, string runner, CsvRow row, string reason, long bytes)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run)
        {
            return false;
        }

        await work.PassAsync(run, row, reason, bytes);

        return true;
    }

    /// <summary>A trial remembers the rows it has read, so one that was interrupted begins anew.</summary>
    public async Task<bool> RestartAsync(string id, string runner)
    {
        if (await store.FindHeldAsync(id, runner) is not { } run)
        {
            return false;
        }

        var isMore = await logs.DeleteSomeAsync(id, ImportLogKind.TrialFailed);
        run.Trial = new();
        run.Position = 0;
        run.BytesRead = 0;
        await store.SaveAsync(run);

        return isMore;
    }

    /// <summary>Ends a run that can't go on.</summary>
    public async Task<ImportProgress> StopAsync(string id, string runner, string problem)
        => await store.FindHeldAsync(id, runner) is { } run ? await StopAsync(run, problem) : ImportProgress.Over;

    private async Task<ImportProgress> StopAsync(ImportRun run, string problem)
    {
        run.State = JobState.Stopped;
        run.Problem = problem;
        run.ImportedUtc = run.Phase == ImportPhase.Import ? clock.UtcNow : run.ImportedUtc;
        await store.SaveAsync(run);

        return ImportProgress.Over;
    }

    private async Task<ImportProgress> FinishAsync(ImportRun run)
    {
        run.Rows = run.Position;
        run.BytesRead = run.FileLength;
        run.State = JobState.Finished;

        if (run.Phase == ImportPhase.Import)
        {
            run.ImportedUtc = clock.UtcNow;

            if (run.Options.Invite && run.Result.Created > 0)
            {
                run.Phase = ImportPhase.Invite;
                run.PhaseStartedUtc = clock.UtcNow;
                run.Position = 0;
                run.State = JobState.Running;
            }
        }

        await store.SaveAsync(run);

        return ImportProgress.Over;
    }
}

/// <summary>What came of a step.</summary>
/// <param name="IsOver">Whether nothing is left to do for this runner.</param>
/// <param name="Done">How many of the rows that it was given are done.</param>
/// <param name="Broken">Why the session was cancelled, so that nothing of the step was saved; <see langword="null"/> when it was not.</param>
/// <param name="FreeFor">How long others could write before this step did, where one writes at a time; <see langword="null"/> where it kept nobody from writing.</param>
internal sealed record ImportProgress(bool IsOver, int Done = 0, string? Broken = null, TimeSpan? FreeFor = null)
{
    public static readonly ImportProgress Over = new(IsOver: true);
}

using System.Security.Claims;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Import;

internal sealed class ImportManager(
    JobStore<ImportRun> store,
    ImportUploads uploads,
    ImportPlans plans,
    ImportLeftovers leftovers,
    IClock clock,
    IStringLocalizer<ImportManager> S) : IImportManager
{
    public Task<(Result Result, ImportRun? Run)> UploadAsync(Stream stream, string name, ClaimsPrincipal user, CancellationToken cancellationToken = default)
        => uploads.UploadAsync(stream, name, user, cancellationToken);

    public Task<ImportRun?> FindAsync(string id) => store.FindAgainAsync(id);

    public Task<IReadOnlyList<ImportRun>> FindRecentAsync(string? userId, int skip, int count) => store.FindRecentAsync(userId, skip, count);

    public async Task<Result> ReadAgainAsync(string id, CsvFormat format)
    {
        if (await FindChangeableAsync(id) is not { FileId: { } fileId })
        {
            return TooLate();
        }

        var header = await uploads.ReadHeaderAsync(fileId, format);

        return await ChangeAsync(id, run =>
        {
            run.Format = format;
            run.Headings = [.. header.Names];
            run.Columns = [];
            run.Rows = null;
            run.Phase = ImportPhase.Setup;
            run.State = JobState.Paused;
        });
    }

    public async Task<Result> PlanAsync(string id, IReadOnlyList<string?> columns, ImportOptions options)
    {
        if (await FindChangeableAsync(id) is not { } run)
        {
            return TooLate();
        }

        var planned = await plans.CheckAsync(run, columns, options);

        return planned.Succeeded
            ? await ChangeAsync(id, stored =>
            {
                stored.Columns = [.. columns];
                stored.Options = options;
                stored.Phase = ImportPhase.Setup;
                stored.State = JobState.Paused;
            })
            : planned;
    }

    public async Task<Result> StartAsync(string id, ImportPhase phase, ClaimsPrincipal user)
    {
        if (await FindAsync(id) is not { } run || !MayBegin(run, phase))
        {
            return TooLate();
        }

        var checkedPlan = phase == ImportPhase.Undo ? Result.Success() : await plans.CheckAsync(run, run.Columns, run.Options);

        if (!checkedPlan.Succeeded)
        {
            return checkedPlan;
        }

        var (userId, undoUntil) = (JobStore<ImportRun>.IdOf(user), await leftovers.UndoUntilAsync());

        return await ChangeAsync(id, stored => Begin(stored, phase, userId, undoUntil), stored => MayBegin(stored, phase));
    }

    public Task PauseAsync(string id) => JobStore<ImportRun>.ChangeAsync(id, run =>
    {
        var isOpen = run.IsOpen();
        run.State = isOpen ? JobState.Paused : run.State;

        return isOpen;
    });

    public Task ResumeAsync(string id) => JobStore<ImportRun>.ChangeAsync(id, run =>
    {
        var waits = run.State is JobState.Paused or JobState.Stopped && run.Phase != ImportPhase.Setup;
        (run.State, run.Runner, run.Problem) = waits ? (JobState.Waiting, null, null) : (run.State, run.Runner, run.Problem);

        return waits;
    });

    public Task CancelAsync(string id) => JobStore<ImportRun>.ChangeAsync(id, run =>
    {
        var isUnderWay = run.State is JobState.Waiting or JobState.Running or JobState.Paused or JobState.Stopped;

        if (isUnderWay)
        {
            run.State = JobState.Cancelled;
            run.ImportedUtc = run.Phase == ImportPhase.Import ? clock.UtcNow : run.ImportedUtc;
        }

        return isUnderWay;
    });

    public async Task DiscardAsync(string id)
    {
        string? fileId = null;

        await JobStore<ImportRun>.ChangeAsync(id, run =>
        {
            var isWaiting = run.MayBePlanned();
            fileId = isWaiting ? run.FileId : null;

            if (isWaiting)
            {
                (run.Phase, run.State, run.FileId) = (ImportPhase.Setup, JobState.Cancelled, null);
            }

            return isWaiting;
        });

        if (fileId is not null)
        {
            await leftovers.DeleteAsync(id, fileId);
        }
    }

    public Task<IReadOnlyList<ImportLogRow>> ReadLogAsync(string id, ImportLogKind kind, long skip, int count) => ImportLeftovers.ReadAsync(id, kind, skip, count);

    public Task WriteFailedAsync(ImportRun run, Stream target, CancellationToken cancellationToken = default) => ImportLeftovers.WriteFailedAsync(run, target, cancellationToken);

    public Task DeleteOldAsync() => leftovers.DeleteOldAsync();

    /// <summary>The run, as long as it can be said what is wanted of it.</summary>
    private async Task<ImportRun?> FindChangeableAsync(string id) => await FindAsync(id) is { } run && run.MayBePlanned() ? run : null;

    private bool MayBegin(ImportRun run, ImportPhase phase) => phase switch
    {
        ImportPhase.Trial or ImportPhase.Import => run.MayBePlanned(),
        ImportPhase.Undo => run.MayBeUndone(clock.UtcNow),
        _ => false,
    };

    private void Begin(ImportRun run, ImportPhase phase, string userId, DateTime undoUntil)
    {
        run.UserId = userId;
        run.Phase = phase;
        run.State = JobState.Waiting;
        run.Runner = null;
        run.Problem = null;
        run.Position = 0;
        run.BytesRead = 0;
        run.StartedUtc ??= clock.UtcNow;
        run.PhaseStartedUtc = clock.UtcNow;

        // Counts begin anew with what is begun.
        run.Trial = phase == ImportPhase.Trial ? new() : run.Trial;
        run.UndoUntilUtc = phase == ImportPhase.Import ? undoUntil : run.UndoUntilUtc;
    }

    private async Task<Result> ChangeAsync(string id, Action<ImportRun> change, Func<ImportRun, bool>? may = null)
    {
        var isDone = false;

        await JobStore<ImportRun>.ChangeAsync(id, run =>
        {
            isDone = may?.Invoke(run) ?? run.MayBePlanned();

            if (isDone)
            {
                change(run);
            }

            return isDone;
        });

        return isDone ? Result.Success() : TooLate();
    }

    private Result TooLate() => CustomerWriter.Refused("", S["This can't be done with the import any more. Open it again to see how far it is."]);
}

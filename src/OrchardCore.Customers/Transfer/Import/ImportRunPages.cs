using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Modules;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Says how far an import is, what came of it, and what can be done next.</summary>
public sealed class ImportRunPages(
    ImportRunRows rows,
    ImportProgressWords progress,
    CustomerPageBuilder pages,
    IAuthorizationService authorizationService,
    IClock clock,
    IStringLocalizer<ImportRunPages> S)
{
    /// <param name="from">The first refused row that is shown.</param>
    /// <param name="left">The first customer left as it is that is shown.</param>
    public async Task<ImportRunViewModel> BuildAsync(ImportRun run, long from, long left, IUrlHelper url, ClaimsPrincipal user)
    {
        var isOver = !run.IsOpen();

        return new ImportRunViewModel
        {
            Run = run,
            Title = progress.Words.TitleOf(run),
            Progress = await progress.BuildAsync(run),
            Counts = progress.Words.Counts(run),
            Summary = progress.Words.Summary(run),
            Choices = await ChoicesAsync(run, url, user),
            Failed = isOver ? await rows.FailedAsync(run, from, url) : null,
            NotUndone = isOver ? await rows.LeftAsync(run, ImportLogKind.NotUndone, run.Undone.Left, left, url, user) : null,
            NotInvited = isOver && run.Phase == ImportPhase.Invite ? await rows.LeftAsync(run, ImportLogKind.NotInvited, run.Invited.Left, left, url, user) : null,
            CustomersUrl = await rows.CustomersUrlAsync(run, url),
            UndoUntil = run.MayBeUndone(clock.UtcNow) ? await pages.WhenAsync(run.UndoUntilUtc, by: null) : null,
        };
    }

    /// <summary>Whether the run can be undone, and by this user.</summary>
    public async Task<bool> MayUndoAsync(ImportRun run, ClaimsPrincipal user) => run.MayBeUndone(clock.UtcNow) && await MayUndoAsync(user);

    /// <summary>What is asked before a run is undone.</summary>
    public Confirmation AskToUndo(ImportRun run)
    {
        string?[] sentences =
        [
            S["Undo the import of {0}?", run.FileName],
            run.Result.Created switch
            {
                0 => null,
                1 => S["The customer that it created is deleted."].Value,
                var created => S["{0:N0} customers that it created are deleted.", created].Value,
            },
            run.Result.Updated switch
            {
                0 => null,
                1 => S["The customer that it changed gets back what it was."].Value,
                var updated => S["{0:N0} customers that it changed get back what they were.", updated].Value,
            },
            S["Who was changed since is left alone."],
        ];

        return new(string.Join(' ', sentences.OfType<string>()), S["Undo the import"]);
    }

    /// <summary>Who takes an import back deletes customers.</summary>
    public Task<bool> MayUndoAsync(ClaimsPrincipal user) => authorizationService.AuthorizeAsync(user, CustomersPermissions.DeleteCustomers);

    private async Task<ImportChoices> ChoicesAsync(ImportRun run, IUrlHelper url, ClaimsPrincipal user)
    {
        var isUnderWay = run.Phase != ImportPhase.Setup;
        var isHeld = run.State is JobState.Paused or JobState.Stopped && isUnderWay;

        return new ImportChoices
        {
            IsOpen = run.IsOpen(),
            MayPause = run.IsOpen(),
            MayResume = isHeld,
            MayCancel = run.IsOpen() || isHeld,
            MayPlan = run.MayBePlanned(),
            MayStart = run.MayBePlanned() && run is { Phase: ImportPhase.Trial, State: JobState.Finished } && run.Trial.Read > run.Trial.Failed + run.Trial.Skipped,
            Undo = await MayUndoAsync(run, user)
                ? new ActionLink(S["Undo the import"], S["Take back what this import created and changed"], "trash", url.RouteUrl(ImportRoutes.Undo, new { id = run.JobId })!) { IsDangerous = true, Confirmation = AskToUndo(run) }
                : null,
        };
    }
}

using System.Globalization;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Works on imports: their trial, the import itself, and what follows it.</summary>
internal sealed class ImportRunner(TransferFileStore files, CsvTexts texts, IImportManager imports, ILogger<ImportRunner> logger) : JobRunner<ImportRun>(logger)
{
    /// <summary>How many rows of the journal a step of what follows an import has.</summary>
    private const int FollowUpSize = 50;

    public override Task DeleteOldAsync() => imports.DeleteOldAsync();

    protected override async Task GoOnAsync(string id, string runner, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await FindAsync(id, runner) is { } run)
        {
            // Work in the background has no request that would tell the language.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(run.Culture);

            switch (run.Phase)
            {
                case ImportPhase.Trial or ImportPhase.Import:
                    await ReadAsync(run, runner, cancellationToken);
                    break;
                case ImportPhase.Invite or ImportPhase.Undo:
                    await FollowUpAsync(id, runner, cancellationToken);
                    break;
                default:
                    return;
            }
        }
    }

    private static Task<ImportRun?> FindAsync(string id, string runner) => InScopeAsync<JobStore<ImportRun>, ImportRun?>(store => store.FindHeldAsync(id, runner));

    private async Task ReadAsync(ImportRun run, string runner, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(run, runner, run.Phase == ImportPhase.Trial ? new ImportTrialMemory() : null, cancellationToken);
        }
        catch (IOException exception)
        {
            logger.LogError("The file of the import {Job} can't be read: {Reason}", run.JobId, exception.GetType().Name);
            await InScopeAsync<ImportStep, ImportProgress>(step => step.StopAsync(run.JobId, runner, exception.Message));
        }
    }

    private async Task ReadAsync(ImportRun run, string runner, ImportTrialMemory? memory, CancellationToken cancellationToken)
    {
        var position = run.Position;

        if (memory is not null)
        {
            while (await InScopeAsync<ImportStep, bool>(step => step.RestartAsync(run.JobId, runner)))
            {
                // What an earlier trial, or this one before it was interrupted, had to tell goes.
            }

            position = 0;
        }

        var stream = await files.OpenReadAsync(run.FileId ?? "");
        using var reader = await CsvRowReader.OpenAsync(stream, run.Format, texts, cancellationToken);
        await reader.SkipAsync(position, cancellationToken);
        await new ImportReading(run.JobId, runner, reader, stream, memory).RunAsync(cancellationToken);
    }

    private static async Task FollowUpAsync(string id, string runner, CancellationToken cancellationToken)
    {
        var size = FollowUpSize;

        while (!cancellationToken.IsCancellationRequested)
        {
            var progress = await InScopeAsync<ImportFollowUpStep, ImportProgress>(step => step.RunAsync(id, runner, size));

            if (progress.Broken is { } reason && size == 1)
            {
                await InScopeAsync<ImportFollowUpStep, bool>(step => step.PassAsync(id, runner, reason));
            }

            if (progress.IsOver)
            {
                return;
            }

            // One of them takes the others of its step with it; so each gets one of its own until it is passed.
            size = progress.Broken is not null ? 1 : FollowUpSize;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Works on exports: writes the rows step by step and, where it is to be one, makes a workbook of them.</summary>
internal sealed class ExportRunner(TransferFileStore files, TransferFileConverter converter, ExportExpiry expiry, IExportManager exports, ILogger<ExportRunner> logger, IStringLocalizer<ExportRunner> S)
    : JobRunner<ExportRun>(logger)
{
    /// <summary>A cancel is heard, and progress seen, after about so long.</summary>
    private static readonly TimeSpan StepDuration = TimeSpan.FromMilliseconds(500);

    public override Task DeleteOldAsync() => exports.DeleteOldAsync();

    protected override async Task GoOnAsync(string id, string runner, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await InScopeAsync<JobStore<ExportRun>, ExportRun?>(store => store.FindHeldAsync(id, runner)) is { } run)
        {
            // Work in the background has no request that would tell the language.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(run.Culture);

            await (run.Phase == ExportPhase.Rows ? WriteRowsAsync(id, runner, cancellationToken) : MakeWorkbookAsync(id, runner, cancellationToken));
        }
    }

    private static async Task WriteRowsAsync(string id, string runner, CancellationToken cancellationToken)
    {
        await using var ahead = new ExportAhead();
        var isLeft = true;

        while (isLeft && !cancellationToken.IsCancellationRequested)
        {
            isLeft = await InScopeAsync<ExportStep, int?>(step => step.RunAsync(id, runner, ahead, StepDuration)) is not null;
        }
    }

    private async Task MakeWorkbookAsync(string id, string runner, CancellationToken cancellationToken)
    {
        if (await InScopeAsync<ExportWorkbookStep, ExportRun?>(step => step.BeginAsync(id, runner)) is not { FileId: { } target, RowsFileId: { } source } run)
        {
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reported = Stopwatch.GetTimestamp();

        try
        {
            var cut = await converter.ConvertAsync(source, run.Options.Csv(), target, await expiry.KeepForAsync(), ReportAsync, ending.Token);

            if (cut is not null && await InScopeAsync<ExportWorkbookStep, string?>(step => step.FinishAsync(id, runner, cut.Value)) is { } rows)
            {
                await files.DeleteAsync(rows);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Cancelled, taken over, or asked to end: whoever comes next begins the workbook anew.
        }
        catch (IOException exception)
        {
            logger.LogError("The workbook of the export {Job} can't be made: {Reason}", id, exception.GetType().Name);
            await InScopeAsync<ExportStep, bool>(step => step.StopAsync(id, runner, S["The rows of this export are gone. Export again."].Value));
        }

        async Task ReportAsync(long rows)
        {
            if (Stopwatch.GetElapsedTime(reported) < StepDuration)
            {
                return;
            }

            reported = Stopwatch.GetTimestamp();

            if (!await InScopeAsync<ExportWorkbookStep, bool>(step => step.ReportAsync(id, runner, rows)))
            {
                await ending.CancelAsync();
            }
        }
    }
}

using System.Globalization;
using System.Security.Claims;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Transfer.Export;

internal sealed class ExportManager(JobStore<ExportRun> store, ExportColumns columns, ExportRows rows, ExportDownload download, ExportFiles files, ExportExpiry expiry) : IExportManager
{
    /// <summary>How many exports are deleted at a time.</summary>
    private const int MaxRuns = 20;

    public Task<IReadOnlyList<ICustomerTransferColumn>> FindColumnsAsync(ClaimsPrincipal user) => columns.ListAsync(user);

    public Task<int> FindCountAsync(CustomerSelection selection, ClaimsPrincipal user) => rows.CountAsync(new() { Selection = selection }, user);

    public async Task<Result> CheckAsync(ExportOptions options, ClaimsPrincipal user)
        => files.Check(options) is { } refused ? refused
            : (await columns.FindAsync(options.Columns, user)).Problem is { } problem ? CustomerWriter.Refused(nameof(ExportOptions.Columns), problem)
            : Result.Success();

    public Task WriteAsync(ExportOptions options, ClaimsPrincipal user, Stream target, CancellationToken cancellationToken = default) => download.WriteAsync(options, user, target, cancellationToken);

    public Task<string> NewNameAsync(ExportFormat format) => files.NameAsync(format);

    public async Task<Result> StartAsync(ExportRun run, ClaimsPrincipal user)
    {
        var possible = await CheckAsync(run.Options, user);

        if (!possible.Succeeded)
        {
            return possible;
        }

        run.UserId = JobStore<ExportRun>.IdOf(user);
        run.CreatedUtc = expiry.UtcNow;
        run.Culture = CultureInfo.CurrentUICulture.Name;
        run.FileName = await files.NameAsync(run.Options.Format);
        run.Total = await rows.CountAsync(run.Options, user);
        run.End = await rows.FindEndAsync(run.Options, user);

        return await store.AddAsync(run);
    }

    public Task<ExportRun?> FindAsync(string id) => store.FindAsync(id);

    public Task<IReadOnlyList<ExportRun>> FindRecentAsync(string? userId, int skip, int count) => store.FindRecentAsync(userId, skip, count);

    public Task<Stream?> FindFileAsync(ExportRun run) => files.OpenAsync(run);

    public async Task CancelAsync(string id)
    {
        ExportRun? cancelled = null;

        await JobStore<ExportRun>.ChangeAsync(id, run =>
        {
            var isOpen = run.IsOpen();
            run.State = isOpen ? JobState.Cancelled : run.State;
            cancelled = isOpen ? run : null;

            return isOpen;
        });

        if (cancelled is not null)
        {
            await files.DeleteAsync(cancelled);
        }
    }

    public async Task DeleteAsync(string id)
    {
        await CancelAsync(id);

        if (await store.FindAsync(id) is { } run)
        {
            await files.DeleteAsync(run);
            await ExportFiles.DeleteRunAsync(id);
        }
    }

    public async Task DeleteOldAsync()
    {
        var before = expiry.UtcNow - await expiry.KeepForAsync();

        foreach (var run in await store.FindOldAsync(before, MaxRuns))
        {
            if (!run.IsReady(expiry.UtcNow))
            {
                await files.DeleteAsync(run);
                await ExportFiles.DeleteRunAsync(run.JobId);
            }
        }
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using YesSql;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>The files of exports: what they are called, and when they are there.</summary>
internal sealed class ExportFiles(TransferFileStore files, IClock clock, ILocalClock localClock, IStringLocalizer<ExportFiles> S)
{
    /// <summary>What was asked for may come from anywhere.</summary>
    /// <returns>Why there can't be such a file; <see langword="null"/> when there can.</returns>
    public Result? Check(ExportOptions options)
        => options.Columns.Length == 0 ? CustomerWriter.Refused(nameof(ExportOptions.Columns), S["Choose at least one column."])
            : !CsvFormat.Delimiters.Contains(options.Delimiter) ? CustomerWriter.Refused(nameof(ExportOptions.Delimiter), S["Choose what stands between the cells."])
            : !Enum.IsDefined(options.Format) ? CustomerWriter.Refused(nameof(ExportOptions.Format), S["Choose the kind of file."])
            : null;

    /// <summary>What a file that is made now is called, by the site's clock.</summary>
    public async Task<string> NameAsync(ExportFormat format)
    {
        var now = await localClock.ToSiteZoneAsync(clock.UtcNow);

        return string.Create(CultureInfo.InvariantCulture, $"customers-{now:yyyy-MM-dd-HHmm}.{(format == ExportFormat.Excel ? "xlsx" : "csv")}");
    }

    public async Task<Stream?> OpenAsync(ExportRun run)
    {
        if (!run.IsReady(clock.UtcNow))
        {
            return null;
        }

        try
        {
            return await files.OpenReadAsync(run.FileId!);
        }
        catch (IOException)
        {
            // Deleted at this moment.
            return null;
        }
    }

    /// <summary>Deletes what a run has written.</summary>
    public async Task DeleteAsync(ExportRun run)
    {
        foreach (var fileId in new[] { run.RowsFileId, run.FileId }.OfType<string>())
        {
            await files.DeleteAsync(fileId);
        }
    }

    /// <summary>Deletes the run itself.</summary>
    public static Task DeleteRunAsync(string id) => ShellScope.UsingChildScopeAsync(async scope =>
    {
        if (await scope.ServiceProvider.GetRequiredService<JobStore<ExportRun>>().FindAsync(id) is { } run)
        {
            scope.ServiceProvider.GetRequiredService<ISession>().Delete(run, CustomersConstants.Collection);
        }
    });
}

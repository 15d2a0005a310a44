using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>Writes an export at once, batch by batch, each read in a scope of its own so that nothing of it is kept.</summary>
internal sealed class ExportDownload(ExportRows rows)
{
    private const int BatchSize = 500;

    public async Task WriteAsync(ExportOptions options, ClaimsPrincipal user, Stream target, CancellationToken cancellationToken)
    {
        var end = await rows.FindEndAsync(options, user);
        await using ITransferWriter writer = options.Format == ExportFormat.Excel ? new XlsxTransferWriter(target) : new CsvTransferWriter(target, options.Csv());
        var batch = await ReadAsync(options, user, after: 0, end);
        await writer.WriteHeaderAsync(batch.Names, cancellationToken);

        while (true)
        {
            await writer.WriteAsync(batch.Rows, cancellationToken);
            await target.FlushAsync(cancellationToken);

            if (batch.IsLast)
            {
                break;
            }

            batch = await ReadAsync(options, user, batch.Position, end);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task<ExportBatch> ReadAsync(ExportOptions options, ClaimsPrincipal user, long after, long end)
    {
        ExportBatch? batch = null;
        await ShellScope.UsingChildScopeAsync(async scope => batch = await scope.ServiceProvider.GetRequiredService<ExportRows>().ReadAsync(options, user, after, end, BatchSize));

        return batch!.Problem is { } problem ? throw new InvalidOperationException(problem.Value) : batch;
    }
}

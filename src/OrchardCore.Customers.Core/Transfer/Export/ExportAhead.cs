using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>
/// Reads customers while those before them are written: batch by batch, each in a scope of its own, so that nothing of it is
/// kept, and with the rights that who asked for the export has at that moment.
/// </summary>
internal sealed class ExportAhead(int minSize = ExportAhead.MinSize, int maxSize = ExportAhead.MaxSize) : IAsyncDisposable
{
    private const int MinSize = 100;

    /// <summary>Customers of a batch are in memory together, and what many objects survive costs time.</summary>
    private const int MaxSize = 500;

    /// <summary>How many batches wait to be written.</summary>
    private const int MaxWaiting = 2;

    /// <summary>A batch is small enough to be read in about so long, whatever its columns look up.</summary>
    private static readonly TimeSpan BatchDuration = TimeSpan.FromMilliseconds(100);

    /// <summary>It reads in scopes beside that in which it was made, whichever scope of a step asks for a batch.</summary>
    private readonly ExecutionContext _context = ExecutionContext.Capture()!;

    private Channel<ExportBatch> _waiting = null!;
    private CancellationTokenSource? _ending;
    private Task _reading = Task.CompletedTask;
    private long _position;

    /// <summary>The next customers after the one that an export has got to.</summary>
    public async Task<ExportBatch> NextAsync(ExportRun run)
    {
        if (_ending is null || _position != run.Position)
        {
            // The first; or the file was lost, and is begun anew.
            await DisposeAsync();
            (_position, _ending, _waiting) = (run.Position, new CancellationTokenSource(), Channel.CreateBounded<ExportBatch>(MaxWaiting));
            var (from, writer, token) = (run.Position, _waiting.Writer, _ending.Token);
            ExecutionContext.Run(_context, _ => _reading = Task.Run(() => ReadAsync(run, from, writer, token), CancellationToken.None), state: null);
        }

        // When reading failed, this fails with it.
        await _waiting.Reader.WaitToReadAsync();
        var batch = await _waiting.Reader.ReadAsync();
        _position = batch.Position;

        return batch;
    }

    public async ValueTask DisposeAsync()
    {
        await (_ending?.CancelAsync() ?? Task.CompletedTask);
        await _reading;
        _ending?.Dispose();
        _ending = null;
    }

    private async Task ReadAsync(ExportRun run, long after, ChannelWriter<ExportBatch> waiting, CancellationToken cancellationToken)
    {
        try
        {
            for (var (size, isLeft) = (minSize, true); isLeft;)
            {
                var started = Stopwatch.GetTimestamp();
                var batch = await ReadAsync(run, after, size);
                var possible = (int)Math.Min(maxSize, batch.Rows.Count * (BatchDuration / Stopwatch.GetElapsedTime(started)));
                (after, isLeft, size) = (batch.Position, !batch.IsLast, Math.Clamp((size + possible) / 2, minSize, maxSize));
                await waiting.WriteAsync(batch, cancellationToken);
            }

            waiting.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (Exception exception)
        {
            waiting.Complete(exception);
        }
    }

    private static async Task<ExportBatch> ReadAsync(ExportRun run, long after, int size)
    {
        ExportBatch? batch = null;
        await ShellScope.UsingChildScopeAsync(async scope => batch = await scope.ServiceProvider.GetRequiredService<ExportRows>().ReadAsync(run, after, size));

        return batch!;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>
/// Reads customers while those before them are written: batch by batch, each in a scope of its own, so that nothing of it is
/// kept but its lines, and with the rights that who asked for the export has at that moment.
/// </summary>
internal sealed class ExportAhead(int minSize = ExportAhead.MinSize, int maxSize = ExportAhead.MaxSize) : IAsyncDisposable
{
    private const int MinSize = 100;

    private const int MaxSize = 500;

    /// <summary>How many batches wait to be written: as many as can be read while a step is committed.</summary>
    private const int MaxWaiting = 6;

    /// <summary>A batch is small enough to be read in about so long, whatever its columns look up.</summary>
    private static readonly TimeSpan BatchDuration = TimeSpan.FromMilliseconds(100);

    /// <summary>It reads in scopes beside that in which it was made, whichever scope of a step asks for a batch.</summary>
    private readonly ExecutionContext _context = ExecutionContext.Capture()!;

    /// <summary>Those that were written, to be filled again.</summary>
    private readonly ConcurrentQueue<WaitingStream> _free = [];

    private Channel<ExportLines> _waiting = null!;
    private CancellationTokenSource? _ending;
    private Task _reading = Task.CompletedTask;
    private long _position;

    /// <summary>The next customers after the one that an export has got to.</summary>
    public async Task<ExportLines> NextAsync(ExportRun run)
    {
        if (_ending is null || _position != run.Position)
        {
            // The first; or the file was lost, and is begun anew.
            await DisposeAsync();
            (_position, _ending, _waiting) = (run.Position, new CancellationTokenSource(), Channel.CreateBounded<ExportLines>(MaxWaiting));
            var (from, writer, token) = (run.Position, _waiting.Writer, _ending.Token);
            ExecutionContext.Run(_context, _ => _reading = Task.Run(() => ReadAsync(run, from, writer, token), CancellationToken.None), state: null);
        }

        // When reading failed, this fails with it.
        await _waiting.Reader.WaitToReadAsync();
        var batch = await _waiting.Reader.ReadAsync();
        _position = batch.Position;

        return batch;
    }

    /// <summary>Writes the lines of a batch, after which it has none.</summary>
    public async Task PassAsync(ExportLines batch, Stream file)
    {
        await batch.Text.PassAsync(file, CancellationToken.None);
        _free.Enqueue(batch.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await (_ending?.CancelAsync() ?? Task.CompletedTask);
        await _reading;
        _ending?.Dispose();
        _ending = null;
    }

    private async Task ReadAsync(ExportRun run, long after, ChannelWriter<ExportLines> waiting, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new CsvLines(run.Options.Csv());

            for (var (size, isLeft) = (minSize, true); isLeft;)
            {
                var started = Stopwatch.GetTimestamp();
                var batch = await ReadAsync(run, after, size);
                var possible = (int)Math.Min(maxSize, batch.Rows.Count * (BatchDuration / Stopwatch.GetElapsedTime(started)));
                (after, isLeft, size) = (batch.Position, !batch.IsLast, Math.Clamp((size + possible) / 2, minSize, maxSize));
                await waiting.WriteAsync(Make(batch, lines), cancellationToken);
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

    private ExportLines Make(ExportBatch batch, CsvLines lines)
    {
        var text = _free.TryDequeue(out var free) ? free : new WaitingStream();

        foreach (var row in batch.Rows)
        {
            lines.Append(text, row);
        }

        return new ExportLines(text, batch.Names, batch.Rows.Count, batch.Position, batch.IsLast, batch.Problem);
    }

    private static async Task<ExportBatch> ReadAsync(ExportRun run, long after, int size)
    {
        ExportBatch? batch = null;
        await ShellScope.UsingChildScopeAsync(async scope => batch = await scope.ServiceProvider.GetRequiredService<ExportRows>().ReadAsync(run, after, size));

        return batch!;
    }
}

/// <summary>An <see cref="ExportBatch"/> whose rows are lines of a CSV file.</summary>
/// <param name="Count">How many there are.</param>
internal sealed record ExportLines(WaitingStream Text, IReadOnlyList<string> Names, int Count, long Position, bool IsLast, LocalizedString? Problem);

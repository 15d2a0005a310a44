using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Customers.Transfer.Files;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Customers.Transfer.Import;

/// <summary>Reads a file once, and gives its rows to one step after the other.</summary>
/// <param name="memory">Of a trial; <see langword="null"/> in the import.</param>
internal sealed class ImportReading(string id, string runner, CsvRowReader reader, Stream stream, ImportTrialMemory? memory)
{
    private const int MinSize = 10;
    private const int MaxSize = 1_500;

    /// <summary>How often a row is tried whose refusal nobody can explain: the database may have been away.</summary>
    private const int Attempts = 3;

    /// <summary>How long a step takes or, where one writes at a time, how long it keeps others from writing.</summary>
    private static readonly TimeSpan StepDuration = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Where one writes at a time, others can for so long between two long steps: who waits for SQLite looks each 150 ms whether it
    /// is free (Microsoft.Data.Sqlite). Most of that goes into reading and checking the next rows.
    /// </summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(165);

    /// <summary>After a short step it is enough that it was free for several times as long: who looks finds it so most often.</summary>
    private const int Share = 4;

    /// <summary>Rows of so many characters together are no more read ahead: a row can have millions, and a step holds all of its rows.</summary>
    private const long MaxText = 1_000_000;

    private readonly List<CsvRow> _rows = [];
    private int _size = 50;
    private int _single;
    private bool _isAtEnd;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await FillAsync(cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var progress = await StepAsync();

            if (progress.IsOver)
            {
                return;
            }

            _rows.RemoveRange(0, progress.Done);
            await AfterAsync(Stopwatch.GetElapsedTime(started), progress, cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var text = _rows.Sum(LengthOf);

        while (!_isAtEnd && _rows.Count < _size && text < MaxText)
        {
            if (await reader.ReadAsync(cancellationToken) is { } row)
            {
                _rows.Add(row);
                text += LengthOf(row);
            }
            else
            {
                _isAtEnd = true;
            }
        }
    }

    private static long LengthOf(CsvRow row) => row.Cells.Sum(cell => (long)cell.Length);

    private async Task<ImportProgress> StepAsync()
    {
        IReadOnlyList<CsvRow> rows = _single > 0 ? [_rows[0]] : [.. _rows.Take(_size)];
        var progress = await InStepAsync(step => step.RunAsync(id, runner, rows, stream.Position, memory));

        if (progress.Broken is null)
        {
            _single = Math.Max(0, _single - progress.Done);

            return progress;
        }

        if (rows.Count > 1)
        {
            // One of them takes the others of its step with it; so each gets one of its own.
            _single = rows.Count;

            return progress;
        }

        return await AloneAsync(rows[0], progress.Broken);
    }

    private async Task<ImportProgress> AloneAsync(CsvRow row, string reason)
    {
        for (var attempt = 2; attempt <= Attempts; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(attempt - 1));
            var progress = await InStepAsync(step => step.RunAsync(id, runner, [row], stream.Position, memory));

            if (progress.Broken is null)
            {
                _single = Math.Max(0, _single - 1);

                return progress;
            }

            reason = progress.Broken;
        }

        _single = Math.Max(0, _single - 1);

        return await InStepAsync(async step => await step.PassAsync(id, runner, row, reason, stream.Position) ? new ImportProgress(IsOver: false, Done: 1) : ImportProgress.Over);
    }

    /// <summary>Takes as many rows next time as can be done in the time a step has.</summary>
    private async Task AfterAsync(TimeSpan took, ImportProgress progress, CancellationToken cancellationToken)
    {
        var held = took - (progress.FreeFor ?? TimeSpan.Zero);

        if (progress.Done > 0 && _single == 0)
        {
            var wanted = (int)Math.Min(MaxSize, progress.Done * StepDuration / held);
            _size = Math.Clamp((_size + wanted) / 2, MinSize, MaxSize);
        }

        // The next rows will take about as long to be checked as these did.
        if (progress.FreeFor is { } free && !cancellationToken.IsCancellationRequested)
        {
            var turn = held * Share < Turn ? held * Share : Turn;
            await Task.Delay(turn > free ? turn - free : TimeSpan.Zero, CancellationToken.None);
        }
    }

    private static async Task<ImportProgress> InStepAsync(Func<ImportStep, Task<ImportProgress>> run)
    {
        var progress = ImportProgress.Over;
        await ShellScope.UsingChildScopeAsync(async scope => progress = await run(scope.ServiceProvider.GetRequiredService<ImportStep>()));

        return progress;
    }
}

using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Jobs;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>What exports and their files are called, and how far they are.</summary>
public sealed class ExportWords(JobWords words, IStringLocalizer<ExportWords> S)
{
    private const double Kilo = 1024;

    /// <summary>Which customers, and into which kind of file.</summary>
    public string What(ExportOptions options)
    {
        var selection = options.Selection;
        var which = selection.Ids is not null ? S["Ticked customers"]
            : selection.Search is not null || selection.Filters.Count > 0 ? S["Customers of a filtered list"]
            : S["All customers"];

        return S["{0}, {1} columns, {2}", which, options.Columns.Length, options.Format == ExportFormat.Excel ? S["Excel"] : S["CSV"]];
    }

    public ListBadge BadgeOf(ExportRun run, bool isReady)
        => run.State == JobState.Finished ? isReady ? new(S["Ready"], "circle-check", "success") : new(S["Expired"], "xmark", "secondary")
            : words.BadgeOf(run.State);

    public string Rows(long rows) => rows == 1 ? S["one customer"] : S["{0:N0} customers", rows];

    /// <summary>How much of a disk a file takes.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1024 => S["{0} bytes", bytes],
        < 1024 * 1024 => S["{0:N0} KB", bytes / Kilo],
        < 1024 * 1024 * 1024 => S["{0:N1} MB", bytes / Kilo / Kilo],
        _ => S["{0:N1} GB", bytes / Kilo / Kilo / Kilo],
    };

    public JobProgressModel Progress(ExportRun run, bool isReady, string? started)
    {
        var isWorkbook = run.Phase == ExportPhase.Workbook;
        var rate = isWorkbook ? null : JobWords.Rate(run.Done, run.StartedUtc, run.ChangedUtc);

        return new JobProgressModel
        {
            State = BadgeOf(run, isReady),
            Started = started,
            Problem = run.Problem,
            Done = isWorkbook ? run.Converted : run.Done,
            Total = isWorkbook ? run.Done : run.Total,
            IsFinished = run.State == JobState.Finished,
            Text = run.State == JobState.Finished ? Rows(run.Done)
                : isWorkbook ? S["Making the workbook: {0:N0} of {1:N0} customers", run.Converted, run.Done]
                : words.Customers(run.Done, run.Total),
            Rate = run.IsOpen() ? rate : null,
            TimeLeft = run.IsOpen() ? words.TimeLeft(run.Total - run.Done, rate) : null,
        };
    }
}

using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>An export in the background: what was asked for, how far it is, and where its file is.</summary>
public sealed class ExportRun : Job
{
    public ExportOptions Options { get; set; } = new();

    /// <summary>The language of who asked, for messages.</summary>
    public string Culture { get; set; } = "";

    /// <summary>What the file is called when it is downloaded.</summary>
    public string FileName { get; set; } = "";

    public ExportPhase Phase { get; set; }

    /// <summary>How many customers there were when it was asked for.</summary>
    public int Total { get; set; }

    /// <summary>How many customers stand in the file.</summary>
    public int Done { get; set; }

    /// <summary>The document id of the customer it has got to; it goes through them in that order.</summary>
    public long Position { get; set; }

    /// <summary>The last document id when it was asked for; customers who came later are left out.</summary>
    public long End { get; set; }

    /// <summary>How many rows stand in the workbook so far.</summary>
    public long Converted { get; set; }

    /// <summary>How many texts were longer than Excel takes, and were cut.</summary>
    public int Cut { get; set; }

    /// <summary>The id of the CSV file that the rows are written into; <see langword="null"/> before the first, and when it is needed no more.</summary>
    public string? RowsFileId { get; set; }

    /// <summary>The id of the file to download, or of the workbook that is being made; <see langword="null"/> when there is none.</summary>
    public string? FileId { get; set; }

    /// <summary>How many bytes the file to download has.</summary>
    public long FileLength { get; set; }

    public DateTime? FinishedUtc { get; set; }

    /// <summary>Until when it can be downloaded; <see langword="null"/> before it is done.</summary>
    public DateTime? ExpiresUtc { get; set; }

    /// <summary>Whether there is a file to download.</summary>
    public bool IsReady(DateTime utcNow) => State == JobState.Finished && FileId is not null && ExpiresUtc > utcNow;
}

/// <summary>What is done at the moment, or was done last; <see cref="Job.State"/> says how far that is.</summary>
public enum ExportPhase
{
    /// <summary>Customers are written into a CSV file.</summary>
    Rows,

    /// <summary>That file becomes a workbook.</summary>
    Workbook,
}

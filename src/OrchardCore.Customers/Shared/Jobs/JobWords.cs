using Microsoft.Extensions.Localization;
using OrchardCore.Customers.Shared.Lists;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>Says how far jobs of any kind are.</summary>
public sealed class JobWords(IStringLocalizer<JobWords> S)
{
    public ListBadge BadgeOf(JobState state) => state switch
    {
        JobState.Waiting => new(S["Waiting"], "circle-pause", "secondary"),
        JobState.Running => new(S["Running"], "circle-info", "primary"),
        JobState.Paused => new(S["Paused"], "circle-pause", "secondary"),
        JobState.Cancelled => new(S["Cancelled"], "xmark", "secondary"),
        JobState.Stopped => new(S["Stopped"], "triangle-exclamation", "danger"),
        _ => new(S["Done"], "circle-check", "success"),
    };

    public string Customers(long done, long total) => S["{0:N0} of {1:N0} customers", done, total];

    public string LeftAsTheyAre(long customers) => S["{0:N0} customers were left as they are.", customers];

    /// <summary>How many of something were done a second; <see langword="null"/> as long as that can't be told, since stored moments have whole seconds.</summary>
    public static double? Rate(long done, DateTime? fromUtc, DateTime? untilUtc)
        => untilUtc - fromUtc is { TotalSeconds: > 0 } duration ? done / duration.TotalSeconds : null;

    /// <summary>How long it takes until everything is done.</summary>
    /// <param name="rate">How much of it is done a second.</param>
    /// <returns><see langword="null"/> when that can't be told.</returns>
    public string? TimeLeft(long left, double? rate) => rate is > 0 ? TimeLeft(left / rate.Value) : null;

    private string TimeLeft(double seconds) => seconds switch
    {
        < 60 => S["less than a minute left"],
        < 3600 => S["about {0} min left", (int)Math.Ceiling(seconds / 60)],
        _ => S["about {0} h left", (int)Math.Ceiling(seconds / 3600)],
    };
}

/// <summary>How far a job is, drawn by the <c>_JobProgress</c> partial.</summary>
public sealed class JobProgressModel
{
    public required ListBadge State { get; init; }

    /// <summary>When it was started, in the site's zone, and by whom.</summary>
    public required string? Started { get; init; }

    /// <summary>Why it was stopped; <see langword="null"/> when it was not.</summary>
    public string? Problem { get; init; }

    /// <summary>How much is done, in whatever unit.</summary>
    public required long Done { get; init; }

    /// <summary>How much there is to do, in the same unit; <see langword="null"/> as long as that can't be told.</summary>
    public required long? Total { get; init; }

    /// <summary>Whether all is done, however much there was.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The same in words.</summary>
    public required string Text { get; init; }

    /// <summary>How many a second; <see langword="null"/> as long as that can't be told.</summary>
    public double? Rate { get; init; }

    /// <summary>How long it still takes; <see langword="null"/> when that can't be told.</summary>
    public string? TimeLeft { get; init; }
}

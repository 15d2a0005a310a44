namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>
/// Long work that was asked for: by whom, and how far it got. Each step of it is committed together with what it did; so
/// whoever goes on with it, after whatever interruption, does nothing twice. Each kind of work has a class of its own, saved
/// as a document in <see cref="CustomersConstants.Collection"/>.
/// </summary>
public abstract class Job
{
    /// <summary>How long a job id is.</summary>
    public const int IdLength = 32;

    /// <summary>Chosen before the job is started, so that the same request sent twice starts one job.</summary>
    public string JobId { get; set; } = "";

    /// <summary>The id of the user who asked for it, and whose rights it has.</summary>
    public string UserId { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    public DateTime? StartedUtc { get; set; }

    /// <summary>When the last step was committed.</summary>
    public DateTime? ChangedUtc { get; set; }

    public JobState State { get; set; }

    /// <summary>Why it was stopped, in the user's words.</summary>
    public string? Problem { get; set; }

    /// <summary>Who works on it.</summary>
    public string? Runner { get; set; }

    /// <summary>Until when nobody else takes it up, unless the runner says otherwise.</summary>
    public DateTime LeaseUntilUtc { get; set; }

    /// <summary>Whether there is something left to do, and somebody should do it.</summary>
    public bool IsOpen() => State is JobState.Waiting or JobState.Running;
}

/// <summary>How far a <see cref="Job"/> is.</summary>
public enum JobState
{
    Waiting,
    Running,
    Finished,

    /// <summary>Somebody did not want it any more; what was done stays done.</summary>
    Cancelled,

    /// <summary>It can't go on, see <see cref="Job.Problem"/>.</summary>
    Stopped,

    /// <summary>Somebody has to say something before it goes on, or wants it to wait.</summary>
    Paused,
}

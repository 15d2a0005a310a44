namespace OrchardCore.Customers.Bulk;

/// <summary>
/// A bulk action that was asked for: what, for which customers, by whom, and how far it got. Each step of it is committed
/// together with the customers it changed; so whoever goes on with it, after whatever interruption, does nothing twice.
/// </summary>
public sealed class CustomerJob
{
    /// <summary>How long a job id is.</summary>
    public const int IdLength = 32;

    /// <summary>Chosen before the job is started, so that the same request sent twice starts one job.</summary>
    public string JobId { get; set; } = "";

    /// <summary>The name of an <see cref="ICustomerBulkAction"/>.</summary>
    public string Action { get; set; } = "";

    /// <summary>What was said with it.</summary>
    public string? Value { get; set; }

    public CustomerSelection Selection { get; set; } = new();

    /// <summary>The id of the user who asked for it, and whose rights it has.</summary>
    public string UserId { get; set; } = "";

    /// <summary>The list as it was left.</summary>
    public string? ListUrl { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? StartedUtc { get; set; }

    /// <summary>When the last step was committed.</summary>
    public DateTime? ChangedUtc { get; set; }

    public CustomerJobState State { get; set; }

    /// <summary>Why it was stopped, in the user's words.</summary>
    public string? Problem { get; set; }

    /// <summary>How many customers it was for when it was asked for.</summary>
    public int Total { get; set; }

    public int Done { get; set; }

    /// <summary>How many were refused, see <see cref="CustomerJobRefusals"/>.</summary>
    public int Refused { get; set; }

    /// <summary>The document id of the customer it has got to; it goes through them in that order.</summary>
    public long Position { get; set; }

    /// <summary>The last document id when it was asked for; customers who came later are left alone.</summary>
    public long End { get; set; }

    /// <summary>Who works on it.</summary>
    public string? Runner { get; set; }

    /// <summary>Until when nobody else takes it up, unless the runner says otherwise.</summary>
    public DateTime LeaseUntilUtc { get; set; }

    /// <summary>Whether there is something left to do.</summary>
    public bool IsOpen() => State is CustomerJobState.Waiting or CustomerJobState.Running;

    /// <summary>How many customers it has gone past.</summary>
    public int Handled() => Done + Refused;

    /// <summary>How many it did not find any more: deleted meanwhile, or changed so that the list no longer has them.</summary>
    public int Gone() => State == CustomerJobState.Finished ? Math.Max(0, Total - Handled()) : 0;
}

/// <summary>How far a <see cref="CustomerJob"/> is.</summary>
public enum CustomerJobState
{
    Waiting,
    Running,
    Finished,

    /// <summary>Somebody did not want it any more; what was done stays done.</summary>
    Cancelled,

    /// <summary>It can't go on, see <see cref="CustomerJob.Problem"/>.</summary>
    Stopped,
}

/// <summary>The customers that one step of a job could not change. It holds no names: those are read when they are shown.</summary>
public sealed class CustomerJobRefusals
{
    public string JobId { get; set; } = "";

    /// <summary>How many the job had refused before.</summary>
    public int First { get; set; }

    public List<CustomerJobRefusal> Rows { get; set; } = [];
}

/// <summary>One customer that was refused, and why.</summary>
public sealed class CustomerJobRefusal
{
    public string ContentItemId { get; set; } = "";

    public string? Number { get; set; }

    /// <summary>In the user's words.</summary>
    public string Reason { get; set; } = "";
}

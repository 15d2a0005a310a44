using OrchardCore.Customers.Shared.Jobs;

namespace OrchardCore.Customers.Bulk;

/// <summary>A bulk action that was asked for: what, and for which customers.</summary>
public sealed class CustomerJob : Job
{
    /// <summary>The name of an <see cref="ICustomerBulkAction"/>.</summary>
    public string Action { get; set; } = "";

    /// <summary>What was said with it.</summary>
    public string? Value { get; set; }

    public CustomerSelection Selection { get; set; } = new();

    /// <summary>The list as it was left.</summary>
    public string? ListUrl { get; set; }

    /// <summary>How many customers it was for when it was asked for.</summary>
    public int Total { get; set; }

    public int Done { get; set; }

    /// <summary>How many were refused, see <see cref="CustomerJobRefusals"/>.</summary>
    public int Refused { get; set; }

    /// <summary>The document id of the customer it has got to; it goes through them in that order.</summary>
    public long Position { get; set; }

    /// <summary>The last document id when it was asked for; customers who came later are left alone.</summary>
    public long End { get; set; }

    /// <summary>How many customers it has gone past.</summary>
    public int Handled() => Done + Refused;

    /// <summary>How many it did not find any more: deleted meanwhile, or changed so that the list no longer has them.</summary>
    public int Gone() => State == JobState.Finished ? Math.Max(0, Total - Handled()) : 0;
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

using YesSql.Indexes;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>Finds jobs of every kind: by id, those of a user, those left to do.</summary>
public sealed class JobIndex : MapIndex
{
    public string JobId { get; set; } = "";

    /// <summary>The name of the job's class.</summary>
    public string Kind { get; set; } = "";

    public string UserId { get; set; } = "";

    public bool IsOpen { get; set; }

    public DateTime LeaseUntilUtc { get; set; }

    public DateTime CreatedUtc { get; set; }
}

/// <summary>Maps the jobs of one kind.</summary>
public sealed class JobIndexProvider<TJob> : IndexProvider<TJob> where TJob : Job
{
    public JobIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<TJob> context) => context.For<JobIndex>().Map(job => new JobIndex
    {
        JobId = job.JobId,
        Kind = typeof(TJob).Name,
        UserId = job.UserId,
        IsOpen = job.IsOpen(),
        LeaseUntilUtc = job.LeaseUntilUtc,
        CreatedUtc = job.CreatedUtc,
    });
}

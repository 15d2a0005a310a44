namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>
/// Works on jobs of one kind. It may end at any moment: what is left is taken up by whoever comes next, when the lease is
/// over.
/// </summary>
public interface IJobRunner
{
    /// <summary>The name of the job's class.</summary>
    string Kind { get; }

    /// <summary>Goes on with a job; does nothing when there is nothing to do, or somebody else does it.</summary>
    Task RunAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes what jobs of this kind left that were over long ago.</summary>
    Task DeleteOldAsync();
}

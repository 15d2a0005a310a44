using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Bulk;

/// <summary>Starts bulk actions, cancels them and says how far they are. What it saves is committed when it returns.</summary>
public interface ICustomerJobManager
{
    /// <summary>How many customers a selection has that the user may see.</summary>
    Task<int> FindCountAsync(CustomerSelection selection, ClaimsPrincipal user);

    /// <summary>The first customers of a selection that the user may see.</summary>
    Task<IReadOnlyList<ContentItem>> FindFirstAsync(CustomerSelection selection, ClaimsPrincipal user, int count);

    /// <summary>The job with that id; <see langword="null"/> when there is none.</summary>
    Task<CustomerJob?> FindAsync(string id);

    /// <summary>The last jobs of a user, the newest first.</summary>
    Task<IReadOnlyList<CustomerJob>> FindRecentAsync(ClaimsPrincipal user, int count);

    /// <summary>A page of what a job refused, each with the customer if the user may see it.</summary>
    Task<IReadOnlyList<(CustomerJobRefusal Refusal, ContentItem? Customer)>> FindRefusalsAsync(CustomerJob job, int skip, int count, ClaimsPrincipal user);

    /// <summary>
    /// Saves a job, for the user to be done by <see cref="CustomerJobRunner"/>. The same job sent again is accepted and
    /// starts nothing. The key of an error is <see cref="CustomerJob.Value"/>'s name, or empty.
    /// </summary>
    /// <param name="job">With its id, action, value and selection.</param>
    Task<Result> StartAsync(CustomerJob job, ClaimsPrincipal user);

    /// <summary>Ends a job after the customers that are done; does nothing when it is over already.</summary>
    Task CancelAsync(string id);

    /// <summary>Deletes what jobs left that were over long ago.</summary>
    Task DeleteOldAsync();
}

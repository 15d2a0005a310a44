using System.Security.Claims;

namespace OrchardCore.Customers.Shared.Jobs;

/// <summary>Finds the users who asked for jobs, with the rights they have now.</summary>
public interface IJobUsers
{
    /// <summary>Who that is now; <see langword="null"/> when there is no such user any more, or one who may not log in.</summary>
    Task<ClaimsPrincipal?> FindAsync(string userId);

    /// <summary>What that user is called; <see langword="null"/> when there is none.</summary>
    Task<string?> FindNameAsync(string userId);
}

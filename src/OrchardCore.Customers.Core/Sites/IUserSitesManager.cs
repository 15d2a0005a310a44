using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.Sites;

/// <summary>
/// Limits users to sites. It flushes what it saves; the keys of errors are names of <see cref="UserSites"/> properties, or
/// empty. When the database refuses, the session is cancelled.
/// </summary>
public interface IUserSitesManager
{
    /// <summary>All users who are limited.</summary>
    Task<IReadOnlyList<UserSites>> FindAllAsync();

    /// <summary>What a user is limited to; <see langword="null"/> for who is not.</summary>
    Task<UserSites?> FindAsync(string userId);

    /// <summary>Limits a user, unless somebody else did so since; then the error names <see cref="UserSites.Revision"/>.</summary>
    Task<Result> SaveAsync(UserSites user);

    /// <summary>Lets a user see the customers of all sites again.</summary>
    Task<Result> DeleteAsync(string userId);
}

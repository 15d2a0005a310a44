namespace OrchardCore.Customers.Accounts.RateLimits;

/// <summary>
/// Says whether something may be tried once more within the hour. It counts in the database, so that all nodes of a site
/// count together, and commits at once: however many try at the same moment, never more than allowed get through.
/// </summary>
public interface IRateLimiter
{
    /// <summary>
    /// Counts an attempt, unless there were too many already; what is refused is not counted. Ask before the session of the
    /// request writes: this is written by another one.
    /// </summary>
    /// <param name="action">What is tried, e.g. <c>log-in</c>; each is counted on its own.</param>
    /// <param name="subject">Who tries, or on what: an e-mail address, a network address, a user's id.</param>
    /// <param name="limit">How many are allowed in any hour.</param>
    Task<RateLimitAnswer> TryAsync(string action, string subject, int limit);

    /// <summary>
    /// Takes back an attempt that turned out to be right, where only failures shall count; with what the session of the
    /// request saves.
    /// </summary>
    Task ForgiveAsync(RateLimitAnswer answer);

    /// <summary>Deletes the attempts that count no longer.</summary>
    Task DeleteOldAsync();
}

/// <summary>Whether it may be tried.</summary>
/// <param name="RetryAfter">How long to wait where it may not; zero where it may.</param>
public sealed record RateLimitAnswer(TimeSpan RetryAfter)
{
    public bool IsAllowed => RetryAfter == TimeSpan.Zero;

    /// <summary>The id of what was counted; zero when nothing was.</summary>
    internal long AttemptId { get; init; }
}

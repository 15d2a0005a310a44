using OrchardCore.Infrastructure;

namespace OrchardCore.Customers.AssistedBuying;

/// <summary>
/// Says what may be changed at a storefront while a user acts for a customer, and keeps what was. The keys of errors are
/// names of <see cref="AssistedActionRequest"/> properties.
/// </summary>
public interface IAssistedActions
{
    /// <summary>
    /// Asks for one change, before it is made. What is allowed, and what is refused, is committed when it answers; what is
    /// wrong or comes too fast is not kept. Ask before the session of the database writes anything.
    /// </summary>
    Task<AssistedActionAnswer> TryAsync(string sessionId, AssistedActionRequest request);

    /// <summary>The latest actions of each of these sessions, by their ids, the latest first: one query for a page.</summary>
    /// <param name="count">How many of each.</param>
    Task<ILookup<string, AssistedAction>> FindLatestAsync(IReadOnlyList<AssistedSession> sessions, int count);

    /// <summary>Those of a session, the latest first.</summary>
    Task<IReadOnlyList<AssistedAction>> FindAsync(AssistedSession session, int skip, int count);
}

/// <summary>What a storefront is about to change.</summary>
public sealed class AssistedActionRequest
{
    /// <summary>The name of an <see cref="AssistActionKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>What it is, in one line.</summary>
    public string? Summary { get; set; }

    /// <summary>What the storefront finds it by; <see langword="null"/> for nothing.</summary>
    public string? Reference { get; set; }
}

/// <summary>Whether it may be changed.</summary>
/// <param name="Result">What is wrong, or why it may not.</param>
public sealed record AssistedActionAnswer(AssistedActionOutcome Outcome, Result Result)
{
    /// <summary>What was kept; <see langword="null"/> when nothing was.</summary>
    public AssistedAction? Action { get; init; }

    /// <summary>Why it was refused.</summary>
    public AssistRefusal? Refusal { get; init; }

    /// <summary>How long to wait when it came too fast.</summary>
    public TimeSpan RetryAfter { get; init; }
}

/// <summary>What came of it.</summary>
public enum AssistedActionOutcome
{
    Allowed,
    Refused,

    /// <summary>Something about the question is wrong.</summary>
    Wrong,

    /// <summary>There were too many within a minute.</summary>
    TooFast,

    /// <summary>The session does not run, or not any more.</summary>
    Over,
}

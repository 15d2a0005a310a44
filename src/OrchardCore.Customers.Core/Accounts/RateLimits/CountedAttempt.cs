using YesSql.Indexes;

namespace OrchardCore.Customers.Accounts.RateLimits;

/// <summary>One attempt at something that is only allowed so often. It says neither who made it nor from where.</summary>
public sealed class CountedAttempt
{
    /// <summary>That of the document.</summary>
    public long Id { get; set; }

    /// <summary>A hash of what was attempted and by whom.</summary>
    public string Key { get; set; } = "";

    public DateTime Utc { get; set; }
}

/// <summary>Counts attempts, the latest first, and finds those that count no longer.</summary>
public sealed class CountedAttemptIndex : MapIndex
{
    /// <summary>The length of a key.</summary>
    public const int KeyLength = 64;

    public string Key { get; set; } = "";

    public DateTime Utc { get; set; }
}

/// <summary>Maps the attempts of the module's collection.</summary>
public sealed class CountedAttemptIndexProvider : IndexProvider<CountedAttempt>
{
    public CountedAttemptIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<CountedAttempt> context)
        => context.For<CountedAttemptIndex>().Map(attempt => new CountedAttemptIndex { Key = attempt.Key, Utc = attempt.Utc });
}

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>
/// Keeps a query from being answered with what another one reads. YesSql gives queries with the same words and values that run
/// at the same time one answer, in all sessions of a site (its query gate, which Orchard Core has on by default); so one may get
/// what was read before a commit that it knows of. A condition on a value that no other query has keeps it apart:
/// <c>index.Id &gt; unshared</c>.
/// </summary>
internal static class Unshared
{
    private static long _last;

    /// <summary>Less than each id, and another one each time.</summary>
    public static long Value() => Interlocked.Decrement(ref _last);
}

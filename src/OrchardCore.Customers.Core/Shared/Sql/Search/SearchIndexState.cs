namespace OrchardCore.Customers.Shared.Sql.Search;

/// <summary>
/// What this process knows of the site's index. That there is one stays true; that there is none is looked up again now and
/// then, since another node may make it.
/// </summary>
internal sealed class SearchIndexState(TimeProvider clock)
{
    private static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    private volatile bool _exists;
    private long _doubtsFrom;

    /// <summary>Whether something was said in the log already.</summary>
    public bool IsSaid { get; set; }

    public async Task<bool> KnowsAsync(Func<Task<bool>> look)
    {
        if (_exists)
        {
            return true;
        }

        var now = clock.GetUtcNow().UtcTicks;

        if (now < Interlocked.Read(ref _doubtsFrom))
        {
            return false;
        }

        var exists = await look();
        Interlocked.Exchange(ref _doubtsFrom, now + Doubt.Ticks);
        _exists = exists;

        return exists;
    }

    /// <summary>Looks again the next time.</summary>
    public void Forget()
    {
        _exists = false;
        Interlocked.Exchange(ref _doubtsFrom, 0);
    }
}

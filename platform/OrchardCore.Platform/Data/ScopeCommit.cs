using YesSql;

namespace OrchardCore.Data;

/// <summary>Commits what a scope saved, and then tells those who have to know.</summary>
internal sealed class ScopeCommit(ISession session)
{
    private readonly List<Func<Task>> _committed = [];

    /// <summary>Has something done once the scope has committed.</summary>
    public void OnCommitted(Func<Task> callback) => _committed.Add(callback);

    public async Task CommitAsync()
    {
        await session.SaveChangesAsync();

        foreach (var callback in _committed)
        {
            await callback();
        }
    }

    public async Task CancelAsync()
    {
        _committed.Clear();
        await session.CancelAsync();
    }
}

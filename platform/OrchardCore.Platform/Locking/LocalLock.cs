using OrchardCore.Locking.Distributed;

namespace OrchardCore.Locking;

/// <summary>Locks within this process.</summary>
internal sealed class LocalLock : IDistributedLock
{
    private readonly Dictionary<string, Entry> _entries = [];

    public async Task<(ILocker locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null)
    {
        var entry = Enter(key);

        if (await entry.Semaphore.WaitAsync(timeout))
        {
            return (new Locker(this, key, expiration), true);
        }

        Leave(key);

        return (null, false);
    }

    private Entry Enter(string key)
    {
        lock (_entries)
        {
            var entry = _entries.TryGetValue(key, out var known) ? known : _entries[key] = new Entry();
            entry.Users++;

            return entry;
        }
    }

    private void Leave(string key, bool release = false)
    {
        lock (_entries)
        {
            var entry = _entries[key];

            if (release)
            {
                entry.Semaphore.Release();
            }

            if (--entry.Users == 0)
            {
                _entries.Remove(key);
                entry.Semaphore.Dispose();
            }
        }
    }

    /// <summary>A lock that somebody holds or waits for.</summary>
    private sealed class Entry
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Locker : ILocker
    {
        private readonly LocalLock _owner;
        private readonly string _key;
        private readonly Timer _expiration;
        private int _isReleased;

        public Locker(LocalLock owner, string key, TimeSpan? expiration)
        {
            _owner = owner;
            _key = key;

            if (expiration is { } time && time != TimeSpan.MaxValue)
            {
                _expiration = new Timer(_ => Dispose(), state: null, time, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                _expiration?.Dispose();
                _owner.Leave(_key, release: true);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();

            return ValueTask.CompletedTask;
        }
    }
}

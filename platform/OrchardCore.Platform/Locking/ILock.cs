namespace OrchardCore.Locking
{
    public interface ILock
    {
        /// <summary>Waits for a lock.</summary>
        /// <param name="key">What is locked.</param>
        /// <param name="timeout">How long to wait.</param>
        /// <param name="expiration">After which time others may take the lock, even if its holder has not given it back.</param>
        Task<(ILocker locker, bool locked)> TryAcquireLockAsync(string key, TimeSpan timeout, TimeSpan? expiration = null);
    }

    /// <summary>A lock that is held until it is disposed of.</summary>
    public interface ILocker : IDisposable, IAsyncDisposable
    {
    }
}

namespace OrchardCore.Locking.Distributed
{
    /// <summary>Locks among the processes of a site; here there is one.</summary>
    public interface IDistributedLock : ILock
    {
    }
}

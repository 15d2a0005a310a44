using IConfiguration = YesSql.IConfiguration;

namespace Platform.Tests.Databases;

/// <summary>An empty database for one test, and how a store is told to use it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public string ConnectionString { get; protected set; }

    /// <summary>Makes the database, or skips the test when it can't be had on this machine.</summary>
    public abstract Task CreateAsync();

    /// <summary>Sets what Orchard Core sets for this kind of database.</summary>
    public abstract IConfiguration Configure(IConfiguration configuration);

    public abstract ValueTask DisposeAsync();
}

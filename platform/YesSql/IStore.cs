using YesSql.Indexes;

namespace YesSql;

/// <summary>Where documents and their indexes are kept; one per database and table prefix, for the life of the application.</summary>
public interface IStore : IDisposable
{
    IConfiguration Configuration { get; }

    ISession CreateSession(bool withTracking = true);

    IStore RegisterIndexes(IEnumerable<IIndexProvider> indexProviders, string collection = null);

    Task InitializeAsync(CancellationToken cancellationToken = default);

    Task InitializeCollectionAsync(string collection, CancellationToken cancellationToken = default);
}

public class StoreFactory
{
    public static IStore Create(IConfiguration configuration) => new Storage.Store(configuration);
}

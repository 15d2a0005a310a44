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

    /// <summary>The indexes of documents of a type that the store knows of; a session may have more.</summary>
    IEnumerable<IndexDescriptor> Describe(Type target, string collection = null);

    ITypeService TypeNames { get; }
}

/// <summary>The names under which documents keep their types.</summary>
public interface ITypeService
{
    string this[Type t] { get; }

    Type this[string s] { get; }
}

public class StoreFactory
{
    public static IStore Create(IConfiguration configuration) => new Storage.Store(configuration);
}

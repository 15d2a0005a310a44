using System.Collections.Concurrent;
using Dapper;
using YesSql.Dialects;
using YesSql.Indexes;

namespace YesSql.Storage;

internal sealed class Store(IConfiguration configuration) : IStore
{
    private readonly Lock _registration = new();
    private readonly ConcurrentDictionary<(Type Type, string Collection), IndexDescriptor[]> _descriptors = new();
    private (IIndexProvider Provider, string Collection)[] _providers = [];

    public IConfiguration Configuration => configuration;

    public ITypeService TypeNames { get; } = new TypeNames();

    public QueryGate Gate { get; } = new();

    public NumberProperty Ids { get; } = new("Id");

    public NumberProperty Versions { get; } = new("Version");

    public ISession CreateSession(bool withTracking = true) => new Session(this, withTracking);

    public IStore RegisterIndexes(IEnumerable<IIndexProvider> indexProviders, string collection = null)
    {
        lock (_registration)
        {
            _providers = [.. _providers, .. indexProviders.Select(provider => (provider, provider.CollectionName ?? collection ?? ""))];
        }

        return this;
    }

    /// <summary>The indexes of a type as they were when it was first asked for.</summary>
    public IEnumerable<IndexDescriptor> Describe(Type target, string collection = null)
        => _descriptors.GetOrAdd((target, collection ?? ""), key => Describe(key.Type, key.Collection, _providers));

    public static IndexDescriptor[] Describe(Type type, string collection, IEnumerable<(IIndexProvider Provider, string Collection)> providers) =>
    [
        .. providers
            .Where(registered => registered.Collection == collection && registered.Provider.ForType().IsAssignableFrom(type))
            .SelectMany(registered =>
            {
                // made for the type of the document, which is why a provider for its base type can't take it
                var context = (IDescriptor)Activator.CreateInstance(typeof(DescribeContext<>).MakeGenericType(type));
                registered.Provider.Describe(context);
                return context.Describe(type);
            }),
    ];

    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        if (!string.IsNullOrEmpty(configuration.Schema))
        {
            await using var connection = await configuration.ConnectAsync(cancellationToken);
            await connection.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {configuration.SqlDialect.QuoteForColumnName(configuration.Schema)}");
        }

        await configuration.IdGenerator.InitializeAsync(this, cancellationToken);
        await InitializeCollectionAsync(collection: "", cancellationToken);
    }

    public async Task InitializeCollectionAsync(string collection, CancellationToken cancellationToken = default)
    {
        var table = configuration.TableNameConvention.GetDocumentTable(collection);
        await configuration.TryCreateAsync(
            async builder =>
            {
                await builder.CreateTableAsync(table, definition => definition
                    .Column(configuration.IdentityColumnSize, "Id", column => column.PrimaryKey().NotNull())
                    .Column<string>("Type", column => column.NotNull())
                    .Column<string>("Content", column => column.Unlimited())
                    .Column<long>("Version", column => column.NotNull().WithDefault(0)));
                await builder.AlterTableAsync(table, alteration => alteration.CreateIndex($"IX_{table}_Type", "Type"));
            },
            cancellationToken);
        await configuration.IdGenerator.InitializeCollectionAsync(configuration, collection, cancellationToken);
    }

    public void Dispose()
    {
        // its connections belong to the sessions
    }
}

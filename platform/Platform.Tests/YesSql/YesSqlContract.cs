using System.Data.Common;
using System.Linq.Expressions;
using Dapper;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Sql;
using IConfiguration = YesSql.IConfiguration;

namespace Platform.Tests.YesSql;

/// <summary>
/// What YesSql 5.4.7 was seen to do. The suite runs on the platform and, with UseOrchardCorePackages=true, on the real
/// packages; what the real ones show is the expectation, the bad behaviour too.
/// </summary>
public abstract class YesSqlContract<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    protected const string Collection = "Staff";

    protected TDatabase Database { get; } = new();

    protected bool IsPostgres => Database is PostgresDatabase;

    protected SqlLog Sql { get; } = new();

    protected IStore Store { get; private set; }

    public virtual async ValueTask InitializeAsync()
    {
        await Database.CreateAsync();
        Store = await NewStoreAsync();
        await CreateTablesAsync(Store, collection: null);
        Store.RegisterIndexes([new PersonIndexes()]);
        Sql.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        Store?.Dispose();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<IStore> NewStoreAsync(Action<IConfiguration> also = null)
    {
        var configuration = Database.Configure(new Configuration());
        configuration.Logger = Sql;
        also?.Invoke(configuration);
        var store = StoreFactory.Create(configuration);
        await store.InitializeAsync();
        return store;
    }

    protected static Task CreateTablesAsync(IStore store, string collection) => AlterAsync(store, async schema =>
    {
        await schema.CreateMapIndexTableAsync<PersonIndex>(
            table => table
                .Column<string>("Name", column => column.WithLength(50))
                .Column<int>("Age")
                .Column<int?>("Score")
                .Column<bool>("Active")
                .Column<bool?>("Verified")
                .Column<DateTime>("Born")
                .Column<Level>("Level"),
            collection);
        await schema.CreateMapIndexTableAsync<NicknameIndex>(
            table => table.Column<string>("Nickname").Column<int>("Position"),
            collection);
        await schema.CreateMapIndexTableAsync<KeyIndex>(
            table => table.Column<string>("Key", column => column.Unique().WithLength(20)),
            collection);
    });

    /// <summary>Changes the schema as a migration does: on a connection of its own, in one transaction.</summary>
    protected static async Task AlterAsync(IStore store, Func<ISchemaBuilder, Task> change)
    {
        await using var connection = store.Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(store.Configuration.IsolationLevel);
        await change(new SchemaBuilder(store.Configuration, transaction));
        await transaction.CommitAsync();
    }

    protected Task AlterAsync(Func<ISchemaBuilder, Task> change) => AlterAsync(Store, change);

    /// <summary>Saves in a session of its own, commits, and returns what was saved.</summary>
    protected async Task<T> StoredAsync<T>(T item)
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(item);
        await session.SaveChangesAsync();
        return item;
    }

    protected async Task StoreAllAsync(params Person[] people)
    {
        await using var session = Store.CreateSession();

        foreach (var person in people)
        {
            await session.SaveAsync(person);
        }

        await session.SaveChangesAsync();
    }

    /// <summary>Changes a stored person behind the back of whoever else has it.</summary>
    protected async Task ChangeElsewhereAsync(long id, Action<Person> change, bool checkConcurrency = true)
    {
        await using var session = Store.CreateSession();
        var person = await session.GetAsync<Person>(id);
        change(person);
        await session.SaveAsync(person, checkConcurrency);
        await session.SaveChangesAsync();
    }

    /// <summary>The names of the committed people, by their index rows.</summary>
    protected async Task<string[]> StoredNamesAsync(Expression<Func<PersonIndex, bool>> predicate = null)
    {
        await using var session = Store.CreateSession();
        var query = predicate is null ? session.QueryIndex<PersonIndex>() : session.QueryIndex(predicate);
        var rows = await query.OrderBy(row => row.Age).ThenBy(row => row.Name).ListAsync();
        return [.. rows.Select(row => row.Name)];
    }

    protected async Task<long> CountRowsAsync(string table)
    {
        await using var connection = await OpenAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {Table(table)}");
    }

    protected async Task<DbConnection> OpenAsync()
    {
        var connection = Store.Configuration.ConnectionFactory.CreateConnection();
        await connection.OpenAsync();
        return connection;
    }

    protected string Table(string name) => Store.Configuration.SqlDialect.QuoteForTableName(name, schema: null);

    protected string Column(string name) => Store.Configuration.SqlDialect.QuoteForColumnName(name);
}

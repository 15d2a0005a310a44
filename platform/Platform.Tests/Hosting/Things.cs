using Microsoft.Extensions.DependencyInjection;
using Platform.Tests.Features;
using Xunit;

namespace Platform.Tests.Hosting;

/// <summary>One site with the module <c>Platform.Tests.Features</c> for all tests that don't need one of their own; they run one after the other.</summary>
public abstract class Things(TestSiteDatabase database) : IAsyncDisposable
{
    private Task<TestSite> _site;

    public TestSiteDatabase Database => database;

    public Task<TestSite> GetSiteAsync() => _site ??= TestSite.StartAsync("Platform.Tests", database, [FeatureNames.Things]);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        if (_site is { IsCompletedSuccessfully: true })
        {
            await (await _site).DisposeAsync();
        }
    }
}

public sealed class SqliteThings() : Things(TestSiteDatabase.Sqlite);

public sealed class PostgresThings() : Things(TestSiteDatabase.Postgres);

[CollectionDefinition(nameof(OnSqlite))]
public sealed class OnSqlite : ICollectionFixture<SqliteThings>;

[CollectionDefinition(nameof(OnPostgres))]
public sealed class OnPostgres : ICollectionFixture<PostgresThings>;

/// <summary>Tests in the site that all share.</summary>
public abstract class ThingsContract(Things things) : IAsyncLifetime
{
    protected TestSite Site { get; private set; }

    protected bool IsPostgres => things.Database == TestSiteDatabase.Postgres;

    public async ValueTask InitializeAsync() => Site = await things.GetSiteAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);

        return ValueTask.CompletedTask;
    }

    /// <summary>Runs code with a service of the site in a scope of its own.</summary>
    protected Task With<TService>(Func<TService, Task> execute)
        => Site.InScopeAsync(services => execute(services.GetRequiredService<TService>()));

    /// <inheritdoc cref="With{TService}(Func{TService, Task})"/>
    protected Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> execute)
        => Site.InScopeAsync(services => execute(services.GetRequiredService<TService>()));

    /// <summary>A name nobody else uses.</summary>
    protected static string NewName() => "thing-" + Guid.NewGuid().ToString("N");
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Data.Migration;
using OrchardCore.Documents;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Hosting;
using OrchardCore.Modules;
using YesSql;
using YesSql.Indexes;

namespace OrchardCore.Data;

/// <summary>One store per site, one session per scope.</summary>
internal sealed class DataStartup : StartupBase
{
    public override int Order => CoreOrder.Services;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<TenantStores>().Create().RegisterIndexes(provider.GetServices<IIndexProvider>()));
        services.AddScoped(OpenSession);
        services.AddScoped<ScopeCommit>();
        services.AddTransient<IDbConnectionAccessor, DbConnectionAccessor>();
        services.AddSingleton(typeof(SharedDocument<>));
        services.AddScoped(typeof(SiteDocument<>));
        services.AddScoped<ITenantActivation, StoreActivation>();
        services.AddScoped<ITenantActivation, MigrationRunner>();
    }

    private static ISession OpenSession(IServiceProvider services)
    {
        var session = services.GetRequiredService<IStore>().CreateSession().RegisterIndexes([.. services.GetServices<IScopedIndexProvider>()]);
        var scope = ShellScope.Current;

        // The session of a service scope within is nobody's to commit.
        if (scope?.ServiceProvider == services)
        {
            scope.OnCompletion(() => services.GetRequiredService<ScopeCommit>().CommitAsync());
            scope.OnFailure(() => services.GetRequiredService<ScopeCommit>().CancelAsync());
        }

        return session;
    }

    private sealed class StoreActivation(IStore store, IOptions<StoreCollectionOptions> options) : ITenantActivation
    {
        public async Task ActivateAsync()
        {
            await store.InitializeAsync();

            foreach (var collection in options.Value.Collections)
            {
                await store.InitializeCollectionAsync(collection);
            }
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace OrchardCore.Customers.Shared.Sql.Search;

internal static class SearchServiceCollectionExtensions
{
    /// <summary>Adds the index that the site's database has.</summary>
    public static IServiceCollection AddCustomerSearchIndex(this IServiceCollection services)
    {
        services.AddSingleton(_ => new SearchIndexState(TimeProvider.System));
        services.AddScoped<ICustomerSearchIndex>(provider => provider.GetRequiredService<ISession>().Store.Configuration.SqlDialect.Name switch
        {
            "Sqlite" => ActivatorUtilities.CreateInstance<SqliteSearchIndex>(provider),
            "PostgreSql" => ActivatorUtilities.CreateInstance<PostgresSearchIndex>(provider),
            _ => new NoSearchIndex(),
        });

        return services;
    }
}

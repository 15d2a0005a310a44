using Microsoft.Extensions.Logging;
using OrchardCore.Hosting;
using YesSql;
using YesSql.Sql;

namespace OrchardCore.Data.Migration;

/// <summary>
/// Runs the migrations of all features, those of a feature after those it depends on, in one transaction. When one
/// fails, that is logged, nothing of this run stays, and the site starts with its data as it was.
/// </summary>
internal sealed class MigrationRunner(IEnumerable<IDataMigration> migrations, ISession session, IStore store, ILogger<MigrationRunner> logger) : ITenantActivation
{
    public async Task ActivateAsync()
    {
        var record = await session.Query<DataMigrationRecord>().FirstOrDefaultAsync() ?? new DataMigrationRecord();

        foreach (var migration in migrations)
        {
            var name = migration.GetType().FullName;
            var methods = new MigrationMethods(migration.GetType());
            var version = record.Versions.GetValueOrDefault(name);

            if (methods.After(version) is null)
            {
                continue;
            }

            try
            {
                migration.SchemaBuilder = new SchemaBuilder(store.Configuration, await session.BeginTransactionAsync());

                while (methods.After(version) is { } method)
                {
                    version = await MigrationMethods.InvokeAsync(method, migration);
                }

                record.Versions[name] = version;
                await session.SaveAsync(record);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Error while running migration version {Version} of '{Migration}'.", version, name);
                await session.CancelAsync();
                break;
            }
        }
    }
}

/// <summary>The versions that the migrations of a site have reached.</summary>
internal sealed class DataMigrationRecord
{
    public Dictionary<string, int> Versions { get; set; } = [];
}

using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using OrchardCore.Hosting;
using OrchardCore.Json;
using YesSql;
using YesSql.Provider.PostgreSql;
using YesSql.Provider.Sqlite;

namespace OrchardCore.Data;

/// <summary>Opens the database of the site.</summary>
internal sealed class TenantStores(TenantSettings settings, ILoggerFactory loggerFactory)
{
    /// <exception cref="InvalidOperationException">The site has no database yet, or one of an unknown kind.</exception>
    public IStore Create()
    {
        var database = settings.Database ?? throw new InvalidOperationException("The site is not set up.");
        var configuration = new Configuration
        {
            ContentSerializer = new DocumentSerializer(),
            IdentityColumnSize = IdentityColumnSize.Int64,
            Logger = loggerFactory.CreateLogger("YesSql"),
        };

        switch (database.DatabaseProvider)
        {
            case "Sqlite":
                Directory.CreateDirectory(settings.Folder);
                configuration.UseSqLite(SqliteConnectionString(database.DatabaseName), IsolationLevel.ReadCommitted).UseDefaultIdGenerator();
                break;

            case "Postgres":
                configuration.UsePostgreSql(database.ConnectionString, IsolationLevel.ReadCommitted).UseBlockIdGenerator();
                break;

            default:
                throw new InvalidOperationException($"The platform knows no database provider '{database.DatabaseProvider}'; there are Sqlite and Postgres.");
        }

        if (!string.IsNullOrWhiteSpace(database.TablePrefix))
        {
            configuration.SetTablePrefix(database.TablePrefix.Trim() + "_");
        }

        return StoreFactory.Create(configuration);
    }

    /// <summary>Whether another site, or an attempt to set this one up, has left its documents in the database.</summary>
    public async Task<bool> IsInUseAsync()
    {
        await using var session = Create().CreateSession();

        try
        {
            await session.Query<object>().FirstOrDefaultAsync();

            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private string SqliteConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(settings.Folder, file),
        Mode = settings.State == TenantState.Initializing ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
    }.ToString();

    private sealed class DocumentSerializer : IContentSerializer
    {
        public string Serialize(object item) => JsonSerializer.Serialize(item, item.GetType(), StoredJson.Options);

        public object Deserialize(string content, Type type) => JsonSerializer.Deserialize(content, type, StoredJson.Options);
    }
}

using System.Data;
using Microsoft.Data.Sqlite;
using YesSql.Dialects;

namespace YesSql.Provider.Sqlite;

public static class SqliteDbProviderOptionsExtensions
{
    /// <summary>With ReadUncommitted, SQLite takes its write lock at the first write; with anything else when a transaction begins.</summary>
    public static IConfiguration UseSqLite(this IConfiguration configuration, string connectionString, IsolationLevel isolationLevel)
    {
        TypeHandlers.Register();
        configuration.SqlDialect = new SqliteDialect();
        configuration.ConnectionFactory = new ConnectionFactory<SqliteConnection>(connectionString);
        configuration.IsolationLevel = isolationLevel;
        return configuration;
    }
}

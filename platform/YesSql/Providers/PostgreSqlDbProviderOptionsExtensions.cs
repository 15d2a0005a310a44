using System.Data;
using Npgsql;
using YesSql.Dialects;

namespace YesSql.Provider.PostgreSql;

public static class PostgreSqlDbProviderOptionsExtensions
{
    public static IConfiguration UsePostgreSql(
        this IConfiguration configuration,
        string connectionString,
        IsolationLevel isolationLevel,
        string schema = null)
    {
        TypeHandlers.Register();
        configuration.SqlDialect = new PostgreSqlDialect();
        configuration.ConnectionFactory = new ConnectionFactory<NpgsqlConnection>(connectionString);
        configuration.IsolationLevel = isolationLevel;
        configuration.Schema = schema;
        return configuration;
    }
}

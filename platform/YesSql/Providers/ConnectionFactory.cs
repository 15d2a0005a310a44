using System.Data.Common;

namespace YesSql.Provider;

internal sealed class ConnectionFactory<TConnection>(string connectionString) : IConnectionFactory where TConnection : DbConnection, new()
{
    public DbConnection CreateConnection() => new TConnection { ConnectionString = connectionString };
}

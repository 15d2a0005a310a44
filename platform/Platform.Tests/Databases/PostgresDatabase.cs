using System.Data;
using Xunit;
using YesSql;
using YesSql.Provider.PostgreSql;
using IConfiguration = YesSql.IConfiguration;

namespace Platform.Tests.Databases;

/// <summary>A PostgreSQL database on the server of this test process.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private PostgresServer _server;

    public override async Task CreateAsync()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        _server = await PostgresServer.GetAsync();
        ConnectionString = await _server.CreateDatabaseAsync();
    }

    public override IConfiguration Configure(IConfiguration configuration)
        => configuration.UsePostgreSql(ConnectionString, IsolationLevel.ReadUncommitted).UseBlockIdGenerator();

    public override async ValueTask DisposeAsync()
    {
        if (ConnectionString is not null)
        {
            await _server.DropDatabaseAsync(ConnectionString);
        }
    }
}

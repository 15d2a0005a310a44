using System.Data;
using Microsoft.Data.Sqlite;
using YesSql;
using YesSql.Provider.Sqlite;
using IConfiguration = YesSql.IConfiguration;

namespace Platform.Tests.Databases;

/// <summary>A SQLite database in a temporary file.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private DirectoryInfo _directory;

    public override Task CreateAsync()
    {
        _directory = Directory.CreateTempSubdirectory("sqlite-test-");
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_directory.FullName, "test.db") }.ToString();
        return Task.CompletedTask;
    }

    public override IConfiguration Configure(IConfiguration configuration)
        => configuration.UseSqLite(ConnectionString, IsolationLevel.ReadUncommitted).UseDefaultIdGenerator();

    public override ValueTask DisposeAsync()
    {
        if (_directory is not null)
        {
            using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            _directory.Delete(recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}

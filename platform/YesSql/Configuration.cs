using System.Data;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using YesSql.Services;

namespace YesSql;

public enum IdentityColumnSize
{
    Int32 = 1,
    Int64 = 2,
}

public interface IConfiguration
{
    IConnectionFactory ConnectionFactory { get; set; }

    IContentSerializer ContentSerializer { get; set; }

    IIdGenerator IdGenerator { get; set; }

    ISqlDialect SqlDialect { get; set; }

    ITableNameConvention TableNameConvention { get; set; }

    IsolationLevel IsolationLevel { get; set; }

    /// <summary>Stands before the names of tables. SQLite's indexes go without, so a file holds the tables of one prefix.</summary>
    string TablePrefix { get; set; }

    /// <summary>PostgreSQL's schema for the tables; made when it is missing.</summary>
    string Schema { get; set; }

    IdentityColumnSize IdentityColumnSize { get; set; }

    /// <summary>How many statements of a flush go to the database in one command.</summary>
    int CommandsPageSize { get; set; }

    /// <summary>Whether a session refuses a second operation while one is under way.</summary>
    bool EnableThreadSafetyChecks { get; set; }

    /// <summary>Gets the SQL: of reads by queries at Debug, of everything else at Trace.</summary>
    ILogger Logger { get; set; }
}

public class Configuration : IConfiguration
{
    public IConnectionFactory ConnectionFactory { get; set; }

    public IContentSerializer ContentSerializer { get; set; } = new JsonContentSerializer();

    public IIdGenerator IdGenerator { get; set; } = new DefaultIdGenerator();

    public ISqlDialect SqlDialect { get; set; }

    public ITableNameConvention TableNameConvention { get; set; } = new DefaultTableNameConvention();

    public IsolationLevel IsolationLevel { get; set; } = IsolationLevel.ReadCommitted;

    public string TablePrefix { get; set; } = "";

    public string Schema { get; set; }

    public IdentityColumnSize IdentityColumnSize { get; set; } = IdentityColumnSize.Int32;

    public int CommandsPageSize { get; set; } = 500;

    public bool EnableThreadSafetyChecks { get; set; }

    public ILogger Logger { get; set; } = NullLogger.Instance;
}

public static class ConfigurationExtensions
{
    public static IConfiguration SetTablePrefix(this IConfiguration configuration, string tablePrefix)
    {
        configuration.TablePrefix = tablePrefix;
        return configuration;
    }

    /// <summary>Ids counted in memory, from the greatest one stored: for one process per database.</summary>
    public static IConfiguration UseDefaultIdGenerator(this IConfiguration configuration)
    {
        configuration.IdGenerator = new DefaultIdGenerator();
        return configuration;
    }

    /// <summary>Ids leased in blocks from a table, for several processes on one database.</summary>
    public static IConfiguration UseBlockIdGenerator(this IConfiguration configuration, int blockSize = 20)
    {
        configuration.IdGenerator = new BlockIdGenerator(blockSize);
        return configuration;
    }
}

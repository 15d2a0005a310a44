using System.Data.Common;

namespace YesSql;

public interface IConnectionFactory
{
    DbConnection CreateConnection();
}

public interface IContentSerializer
{
    string Serialize(object item);

    object Deserialize(string content, Type type);
}

public interface IIdGenerator
{
    Task InitializeAsync(IStore store, CancellationToken cancellationToken = default);

    Task InitializeCollectionAsync(IConfiguration configuration, string collection, CancellationToken cancellationToken = default);

    Task<long> GetNextIdAsync(string collection, CancellationToken cancellationToken = default);
}

/// <summary>Names of tables, without the prefix.</summary>
public interface ITableNameConvention
{
    string GetDocumentTable(string collection = null);

    string GetIndexTable(Type indexType, string collection = null);
}

public interface ISqlDialect
{
    string Name { get; }

    string QuoteForTableName(string tableName, string schema);

    string QuoteForColumnName(string columnName);

    /// <summary>Makes a value one that the driver stores as the database's columns have it.</summary>
    object TryConvert(object source);
}

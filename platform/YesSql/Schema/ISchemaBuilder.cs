using System.Data.Common;
using YesSql.Sql.Schema;

namespace YesSql.Sql;

/// <summary>Changes tables within one transaction. Names of tables come without the prefix.</summary>
public interface ISchemaBuilder
{
    string TablePrefix { get; }

    ISqlDialect Dialect { get; }

    ITableNameConvention TableNameConvention { get; }

    DbConnection Connection { get; }

    DbTransaction Transaction { get; }

    /// <summary>Makes a table with Id, DocumentId and an index on the latter beside the given columns.</summary>
    Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string collection);

    Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string collection);

    Task CreateTableAsync(string name, Action<ICreateTableCommand> table);

    Task AlterTableAsync(string name, Action<IAlterTableCommand> table);
}

public static class SchemaBuilderExtensions
{
    public static Task CreateMapIndexTableAsync<T>(this ISchemaBuilder builder, Action<ICreateTableCommand> table, string collection = null)
        => builder.CreateMapIndexTableAsync(typeof(T), table, collection);

    public static Task AlterIndexTableAsync<T>(this ISchemaBuilder builder, Action<IAlterTableCommand> table, string collection = null)
        => builder.AlterIndexTableAsync(typeof(T), table, collection);
}

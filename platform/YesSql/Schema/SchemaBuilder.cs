using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using YesSql.Dialects;
using YesSql.Sql.Schema;

namespace YesSql.Sql;

public class SchemaBuilder : ISchemaBuilder
{
    private readonly IConfiguration _configuration;
    private readonly bool _throwOnError;

    public SchemaBuilder(IConfiguration configuration, DbTransaction transaction, bool throwOnError = true)
    {
        _configuration = configuration;
        _throwOnError = throwOnError;
        Transaction = transaction;
        Connection = transaction.Connection;
    }

    public string TablePrefix => _configuration.TablePrefix;

    public ISqlDialect Dialect => _configuration.SqlDialect;

    public ITableNameConvention TableNameConvention => _configuration.TableNameConvention;

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    public Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string collection) => TryAsync(async () =>
    {
        var name = TableNameConvention.GetIndexTable(indexType, collection);
        var size = _configuration.IdentityColumnSize;

        await CreateAsync(name, definition =>
        {
            definition.Column(size, "Id", column => column.PrimaryKey().Identity().NotNull()).Column(size, "DocumentId");
            table(definition);
        });

        if (_configuration.Dialect().HasForeignKeys)
        {
            var key = Dialect.QuoteForColumnName($"{TablePrefix}FK_{collection}{indexType.Name}");
            await ExecuteAsync($"alter table {_configuration.Table(name)} add constraint {key} foreign key ({Dialect.QuoteForColumnName("DocumentId")}) "
                + $"references {_configuration.DocumentTable(collection)} ({Dialect.QuoteForColumnName("Id")})");
        }

        await AlterAsync(name, alteration => alteration.CreateIndex($"IDX_FK_{name}", "DocumentId"));
    });

    public Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string collection)
        => AlterTableAsync(TableNameConvention.GetIndexTable(indexType, collection), table);

    public Task DropMapIndexTableAsync(Type indexType, string collection = null)
        => DropTableAsync(TableNameConvention.GetIndexTable(indexType, collection));

    public Task CreateTableAsync(string name, Action<ICreateTableCommand> table) => TryAsync(() => CreateAsync(name, table));

    public Task AlterTableAsync(string name, Action<IAlterTableCommand> table) => TryAsync(() => AlterAsync(name, table));

    public Task DropTableAsync(string name)
        => TryAsync(() => ExecuteAsync($"drop table if exists {_configuration.Table(name)}"));

    private Task CreateAsync(string name, Action<ICreateTableCommand> table)
    {
        var definition = new TableDefinition();
        table(definition);
        return ExecuteAsync(definition.ToSql(_configuration.Dialect(), _configuration.Table(name)));
    }

    private async Task AlterAsync(string name, Action<IAlterTableCommand> table)
    {
        var alteration = new TableAlteration(_configuration.Dialect(), _configuration.Table(name), TablePrefix);
        table(alteration);

        foreach (var statement in alteration.Statements)
        {
            await ExecuteAsync(statement);
        }
    }

    private Task ExecuteAsync(string sql)
    {
        _configuration.LogSql(sql);
        return Connection.ExecuteAsync(sql, param: null, Transaction);
    }

    private async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (DbException exception) when (!_throwOnError)
        {
            _configuration.Logger.LogError(exception, "A change of the schema failed and was left out.");
        }
    }
}

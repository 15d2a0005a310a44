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

    public Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string collection)
    {
        var name = TableNameConvention.GetIndexTable(indexType, collection);
        var size = _configuration.IdentityColumnSize;
        var (id, documentId) = (Dialect.QuoteForColumnName("Id"), Dialect.QuoteForColumnName("DocumentId"));
        var key = Dialect.QuoteForColumnName($"{TablePrefix}FK_{collection}{indexType.Name}");

        List<string> statements =
        [
            .. Create(name, definition =>
            {
                definition.Column(size, "Id", column => column.PrimaryKey().Identity().NotNull()).Column(size, "DocumentId");
                table(definition);
            }),
            .. Alter(name, alteration => alteration.CreateIndex($"IDX_FK_{name}", "DocumentId")),
        ];

        if (_configuration.Dialect().HasForeignKeys)
        {
            statements.Add($"alter table {_configuration.Table(name)} add constraint {key} foreign key ({documentId}) references {_configuration.DocumentTable(collection)} ({id})");
        }

        return ExecuteAsync(statements);
    }

    public Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string collection)
        => AlterTableAsync(TableNameConvention.GetIndexTable(indexType, collection), table);

    public Task CreateTableAsync(string name, Action<ICreateTableCommand> table) => ExecuteAsync(Create(name, table));

    public Task AlterTableAsync(string name, Action<IAlterTableCommand> table) => ExecuteAsync(Alter(name, table));

    private IEnumerable<string> Create(string name, Action<ICreateTableCommand> table)
    {
        var definition = new TableDefinition();
        table(definition);
        return [definition.ToSql(_configuration.Dialect(), _configuration.Table(name))];
    }

    private IEnumerable<string> Alter(string name, Action<IAlterTableCommand> table)
    {
        var alteration = new TableAlteration(_configuration.Dialect(), _configuration.Table(name), TablePrefix);
        table(alteration);
        return alteration.Statements;
    }

    private async Task ExecuteAsync(IEnumerable<string> statements)
    {
        try
        {
            foreach (var sql in statements)
            {
                _configuration.LogSql(sql);
                await Connection.ExecuteAsync(sql, param: null, Transaction);
            }
        }
        catch (DbException exception) when (!_throwOnError)
        {
            _configuration.Logger.LogError(exception, "A change of the schema failed and was left out.");
        }
    }
}

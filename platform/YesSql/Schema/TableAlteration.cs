using YesSql.Dialects;

namespace YesSql.Sql.Schema;

internal sealed class TableAlteration(Dialect dialect, string table, string indexPrefix) : IAlterTableCommand
{
    private readonly List<string> _statements = [];

    public IReadOnlyList<string> Statements => _statements;

    public void AddColumn(string columnName, Type dbType, Action<IAddColumnCommand> column = null)
    {
        var definition = new ColumnDefinition(columnName, dbType);
        column?.Invoke(definition);
        _statements.Add($"alter table {table} add {definition.ToSql(dialect)}");
    }

    public void AddColumn<T>(string columnName, Action<IAddColumnCommand> column = null) => AddColumn(columnName, typeof(T), column);

    public void RenameColumn(string columnName, string newName)
        => _statements.Add($"alter table {table} rename column {dialect.QuoteForColumnName(columnName)} to {dialect.QuoteForColumnName(newName)}");

    public void DropColumn(string columnName) => _statements.Add($"alter table {table} drop column {dialect.QuoteForColumnName(columnName)}");

    public void CreateIndex(string indexName, params string[] columnNames)
        => _statements.Add($"create index {Index(indexName)} on {table} ({string.Join(", ", columnNames.Select(dialect.QuoteForColumnName))})");

    public void DropIndex(string indexName) => _statements.Add($"drop index if exists {Index(indexName)}");

    private string Index(string name) => dialect.QuoteForColumnName(dialect.IndexName(indexPrefix, name));
}

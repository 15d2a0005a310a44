using YesSql.Dialects;

namespace YesSql.Sql.Schema;

internal sealed class TableAlteration(Dialect dialect, string table, string indexPrefix) : IAlterTableCommand
{
    private readonly List<string> _statements = [];

    public IReadOnlyList<string> Statements => _statements;

    public void AddColumn<T>(string columnName, Action<IAddColumnCommand> column = null)
    {
        var definition = new ColumnDefinition(columnName, typeof(T));
        column?.Invoke(definition);
        _statements.Add($"alter table {table} add {definition.ToSql(dialect)}");
    }

    public void CreateIndex(string indexName, params string[] columnNames)
    {
        var columns = columnNames.Select(dialect.QuoteForColumnName);
        _statements.Add($"create index {dialect.QuoteForColumnName(dialect.IndexName(indexPrefix, indexName))} on {table} ({string.Join(", ", columns)})");
    }
}

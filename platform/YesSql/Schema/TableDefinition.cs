using YesSql.Dialects;

namespace YesSql.Sql.Schema;

internal sealed class TableDefinition : ICreateTableCommand
{
    private readonly List<ColumnDefinition> _columns = [];

    public ICreateTableCommand Column(string columnName, Type dbType, Action<ICreateColumnCommand> column = null)
    {
        var definition = new ColumnDefinition(columnName, dbType);
        column?.Invoke(definition);
        _columns.Add(definition);
        return this;
    }

    public ICreateTableCommand Column<T>(string columnName, Action<ICreateColumnCommand> column = null)
        => Column(columnName, typeof(T), column);

    public string ToSql(Dialect dialect, string table)
    {
        var keys = _columns.Where(column => column.IsNamedAsKey).Select(column => dialect.QuoteForColumnName(column.Name)).ToList();
        var parts = _columns.Select(column => column.ToSql(dialect));

        if (keys.Count > 0)
        {
            parts = parts.Append($"primary key ({string.Join(", ", keys)})");
        }

        return $"create table {table} ({string.Join(", ", parts)})";
    }
}

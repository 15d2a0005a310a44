namespace YesSql.Sql.Schema;

public interface ICreateTableCommand
{
    ICreateTableCommand Column(string columnName, Type dbType, Action<ICreateColumnCommand> column = null);

    ICreateTableCommand Column<T>(string columnName, Action<ICreateColumnCommand> column = null);

    ICreateTableCommand Column(IdentityColumnSize identityColumnSize, string columnName, Action<ICreateColumnCommand> column = null)
        => Column(columnName, identityColumnSize == IdentityColumnSize.Int64 ? typeof(long) : typeof(int), column);
}

public interface IAlterTableCommand
{
    void AddColumn<T>(string columnName, Action<IAddColumnCommand> column = null);

    void CreateIndex(string indexName, params string[] columnNames);
}

public interface IColumnCommand
{
    IColumnCommand WithDefault(object @default);

    /// <summary>PostgreSQL alone cares: 255 without it, unlimited above 4000.</summary>
    IColumnCommand WithLength(int? length);

    IColumnCommand Unlimited();
}

public interface ICreateColumnCommand : IColumnCommand
{
    ICreateColumnCommand PrimaryKey();

    ICreateColumnCommand Identity();

    ICreateColumnCommand NotNull();

    /// <summary>SQLite can't add such a column to a table that exists.</summary>
    ICreateColumnCommand Unique();
}

public interface IAddColumnCommand : ICreateColumnCommand
{
}

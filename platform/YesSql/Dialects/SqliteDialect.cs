using System.Globalization;

namespace YesSql.Dialects;

internal sealed class SqliteDialect : Dialect
{
    private const string Text = "TEXT COLLATE NOCASE";

    private static readonly Dictionary<Type, string> ColumnTypes = new()
    {
        [typeof(string)] = Text,
        [typeof(char)] = Text,
        [typeof(byte)] = "TINYINT",
        [typeof(short)] = "SMALLINT",
        [typeof(int)] = "INT",
        [typeof(long)] = "BIGINT",
        [typeof(bool)] = "BOOL",
        [typeof(float)] = "DOUBLE",
        [typeof(double)] = "DOUBLE",
        [typeof(decimal)] = "NUMERIC",
        [typeof(DateTime)] = "DATETIME",
        [typeof(DateTimeOffset)] = "TEXT",
        [typeof(TimeSpan)] = "TIME",
        [typeof(Guid)] = "UNIQUEIDENTIFIER",
    };

    public override string Name => "Sqlite";

    public override string ReturnId => " ; select last_insert_rowid() [Id]";

    public override bool HasForeignKeys => false;

    public override string QuoteForColumnName(string columnName) => $"[{columnName}]";

    public override string QuoteForTableName(string tableName, string schema) => $"[{tableName}]";

    public override string QuoteForAliasName(string alias) => alias;

    public override string ColumnType(Type type, int? length) => ColumnTypes[type];

    public override string IdentityColumn(IdentityColumnSize size) => "integer primary key autoincrement";

    public override string IndexName(string prefix, string name) => name;

    public override string InParameter(string name) => $"IN @{name}";

    public override string In(string expression, string values) => $"{expression} IN ({values})";

    public override string OrderOfGroup(string expression) => expression;

    public override string Page(int? skip, int? take) => string.Create(CultureInfo.InvariantCulture, $" LIMIT {take ?? -1}")
        + (skip is null ? "" : string.Create(CultureInfo.InvariantCulture, $" OFFSET {skip}"));

    public override string Literal(object value) => value is bool flag ? (flag ? "1" : "0") : base.Literal(value);
}

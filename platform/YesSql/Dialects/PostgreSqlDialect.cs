using System.Globalization;

namespace YesSql.Dialects;

internal sealed class PostgreSqlDialect : Dialect
{
    private const int LongestText = 4000;

    private static readonly Dictionary<Type, string> ColumnTypes = new()
    {
        [typeof(char)] = "char(1)",
        [typeof(byte)] = "int2",
        [typeof(short)] = "int2",
        [typeof(int)] = "int4",
        [typeof(long)] = "int8",
        [typeof(bool)] = "boolean",
        [typeof(float)] = "float4",
        [typeof(double)] = "float8",
        [typeof(decimal)] = "decimal(19, 5)",
        [typeof(DateTime)] = "timestamp",
        [typeof(DateTimeOffset)] = "timestamptz",
        [typeof(TimeSpan)] = "int8",
        [typeof(Guid)] = "uuid",
    };

    public override string Name => "PostgreSql";

    public override string ReturnId => $" RETURNING {QuoteForColumnName("Id")}";

    public override bool HasForeignKeys => true;

    public override string QuoteForColumnName(string columnName) => $"\"{columnName}\"";

    public override string QuoteForTableName(string tableName, string schema)
        => string.IsNullOrEmpty(schema) ? $"\"{tableName}\"" : $"\"{schema}\".\"{tableName}\"";

    public override string QuoteForAliasName(string alias) => $"\"{alias}\"";

    public override string ColumnType(Type type, int? length)
    {
        if (type == typeof(string))
        {
            return length > LongestText ? "text" : string.Create(CultureInfo.InvariantCulture, $"varchar({length ?? 255})");
        }

        return ColumnTypes[type];
    }

    public override string IdentityColumn(IdentityColumnSize size)
        => (size == IdentityColumnSize.Int64 ? "BIGINT" : "INT") + " GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    public override string IndexName(string prefix, string name) => prefix + name;

    public override string InParameter(string name) => $"= any(@{name})";

    public override string In(string expression, string values) => $"{expression} = any(array[{values}])";

    public override string OrderOfGroup(string expression) => $"MAX({expression})";

    public override string Page(int? skip, int? take)
        => (take is null ? " limit all" : string.Create(CultureInfo.InvariantCulture, $" limit {take}"))
            + (skip is null ? "" : string.Create(CultureInfo.InvariantCulture, $" offset {skip}"));

    public override object TryConvert(object source) => source switch
    {
        // sent as an instant, which the session's time zone makes the clock time that the column keeps
        DateTime date => DateTime.SpecifyKind(date, DateTimeKind.Utc),
        TimeSpan duration => duration.Ticks,
        _ => base.TryConvert(source),
    };

    public override string Literal(object value) => value is bool flag ? (flag ? "TRUE" : "FALSE") : base.Literal(value);
}

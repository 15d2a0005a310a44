using YesSql.Dialects;

namespace YesSql.Sql.Schema;

internal sealed class ColumnDefinition(string name, Type type) : IAddColumnCommand
{
    private readonly Type _type = Nullable.GetUnderlyingType(type) ?? type;
    private object _default;
    private int? _length;
    private bool _isIdentity;
    private bool _isPrimaryKey;
    private bool _isRequired;
    private bool _isUnique;

    public string Name => name;

    /// <summary>Whether the table has to name this column as its key; an identity column says so itself.</summary>
    public bool IsNamedAsKey => _isPrimaryKey && !_isIdentity;

    public IColumnCommand WithDefault(object @default) => With(() => _default = @default);

    public IColumnCommand WithLength(int? length) => With(() => _length = length);

    public IColumnCommand Unlimited() => WithLength(int.MaxValue);

    public ICreateColumnCommand PrimaryKey() => With(() => _isPrimaryKey = true);

    public ICreateColumnCommand Identity() => With(() => _isIdentity = true);

    public ICreateColumnCommand NotNull() => With(() => _isRequired = true);

    public ICreateColumnCommand Unique() => With(() => _isUnique = true);

    public string ToSql(Dialect dialect)
    {
        var size = _type == typeof(long) ? IdentityColumnSize.Int64 : IdentityColumnSize.Int32;
        var columnType = _isIdentity
            ? dialect.IdentityColumn(size)
            : dialect.ColumnType(_type.IsEnum ? Enum.GetUnderlyingType(_type) : _type, _length);

        return dialect.QuoteForColumnName(name) + " " + columnType
            + (_isUnique ? " unique" : "")
            + (_default is null ? "" : " default " + dialect.Literal(_default))
            + (_isRequired ? " not null" : "");
    }

    private ColumnDefinition With(Action change)
    {
        change();
        return this;
    }
}

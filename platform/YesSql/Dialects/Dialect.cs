using System.Globalization;

namespace YesSql.Dialects;

/// <summary>How a database spells what the rest of this project says.</summary>
internal abstract class Dialect : ISqlDialect
{
    public abstract string Name { get; }

    public abstract string QuoteForColumnName(string columnName);

    public abstract string QuoteForTableName(string tableName, string schema);

    public abstract string QuoteForAliasName(string alias);

    /// <summary>The type of a column for values of a type, which is not nullable and no enum.</summary>
    public abstract string ColumnType(Type type, int? length);

    public abstract string IdentityColumn(IdentityColumnSize size);

    /// <summary>What an insert ends with so that it gives the new id.</summary>
    public abstract string ReturnId { get; }

    public abstract bool HasForeignKeys { get; }

    public abstract string IndexName(string prefix, string name);

    /// <summary>A test for one of the values of an array parameter.</summary>
    public abstract string InParameter(string name);

    public abstract string In(string expression, string values);

    /// <summary>An order of groups, of which each may hold several values.</summary>
    public abstract string OrderOfGroup(string expression);

    /// <summary>The clause for a page, of which either end may be open.</summary>
    public abstract string Page(int? skip, int? take);

    /// <summary>Makes a value one that the driver stores as this dialect's column types have it.</summary>
    public virtual object TryConvert(object source) => source switch
    {
        DateTimeOffset date => date.UtcDateTime,
        Enum => System.Convert.ChangeType(source, Enum.GetUnderlyingType(source.GetType()), CultureInfo.InvariantCulture),
        _ => source,
    };

    public virtual string Literal(object value) => TryConvert(value) switch
    {
        null => "null",
        string or char or DateTime or Guid or TimeSpan => $"'{System.Convert.ToString(TryConvert(value), CultureInfo.InvariantCulture).Replace("'", "''", StringComparison.Ordinal)}'",
        var other => System.Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}

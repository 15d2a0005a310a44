using System.Data;
using System.Globalization;
using Dapper;

namespace YesSql.Dialects;

/// <summary>Lets Dapper read the types of index properties from what the databases keep for them.</summary>
internal static class TypeHandlers
{
    private static readonly Lazy<bool> Registered = new(() =>
    {
        SqlMapper.AddTypeHandler(new Handler<Guid>(value => value is Guid guid ? guid : Guid.Parse((string)value)));
        SqlMapper.AddTypeHandler(new Handler<TimeSpan>(value => value is long ticks ? TimeSpan.FromTicks(ticks) : TimeSpan.Parse((string)value, CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new Handler<DateTimeOffset>(value => value is DateTime date ? new DateTimeOffset(date) : DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture)));
        return true;
    });

    public static bool Register() => Registered.Value;

    private sealed class Handler<T>(Func<object, T> parse) : SqlMapper.TypeHandler<T>
    {
        public override T Parse(object value) => parse(value);

        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value;
    }
}
